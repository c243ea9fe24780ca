"""What a vote means. Pure: numbers in, shown results and values out; no words, no files, no screen.

Import from the modules:

- ``statistics``: METHOD, answered, median, agreeing, agreement, consensus, at_least_changed
- ``chance``: Closeness, closeness, two_camps, could_be_chance, shown_number, shown_agreement
- ``suppression``: Counted, Closed, close_round, spare, too_near; the only place where a ``Shown`` is made
- ``groups``: group_of, answers_to, unsure_about, was_asked, asked_of, has_base, may_be_drawn
- ``levels``: Level, Standing, GroupLevel, level, urgency
- ``pattern``: PatternCode, Pattern, pattern, differ
- ``block_results``: Grade, BlockResult, block_results, strongest_first, most_different_block, grade
- ``earlier_votes``: EarlierShare, earlier_vote, other_question, earlier_shares
- ``difference``: Difference, by_difference, closest_last, most_different, minority,
  Share, GroupChange, second_vote
"""
