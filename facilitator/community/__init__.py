"""Many sessions together, without a ranking: what returns in a city, in a year, in all of them.

``session_counts`` is what one session adds, ``session_folder`` reads a folder of them, ``publication`` says
which sums may be told beside each other, ``collection`` adds up and ``community_report`` tells it.
"""
