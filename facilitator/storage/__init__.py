"""Where a session is kept: the journal, the session file, the ballot box, drafts, recovery. No Textual.

What the app uses (each from its own module; importing this package imports nothing):

    places.Places(sessions, state); places.find_places(folder=None, environ=os.environ) -> Places
    session_list.sessions(places, limit=50) -> list[SessionHeading]     (no pydantic)

    store.Store.begin(places, state, kinds, *, files=Files(), later=..., tell=...) -> Store
    store.Store.open(places, path_or_id, kinds, *, files=..., later=..., tell=...) -> Opened
        Opened: store, history, news (list[Problem]); raises Refused
    store.append(action)            durable on return; raises NotSaved
    store.next_seq                  the seq that the next action must have
    store.save(state, seq)          the session file, now; raises NotSaved
    store.save_soon(state, seq)     at most 2 s later, in a thread; a problem goes to ``tell``
    store.rescue(state, seq, folder) -> Path    whole session elsewhere, and a fresh journal; raises NotSaved
    store.close(state, seq, for_good=False)     the last save, then journal and lock go; raises NotSaved
    store.let_go()                  give up the lock and leave everything as it is, for recovery
    store.failed                    the Problem of a failed write, until ``rescue``; None when all is well
    store.path                      the session file
    store.box(round, points) -> BallotBox        ``points`` of the scale, without "?"; raises NotSaved
                                    appending RoundClosed or RoundVoided takes the box away
    store.drafts                    Drafts: keep(texts) -> bool, get(key), all(), clear()

    ballot_box.BallotBox: cast(group, answers, beforehand=False),
        set_totals(group, ballots, answers, beforehand=0), counts() -> dict[str, GroupCounts],
        progress() -> dict[str, int], destroy(), damaged
    session_file.write_text(state, seq) -> str; read_text(text, kinds, place) -> Loaded(state, seq, seal)
    save_errors.NotSaved(problem)
"""
