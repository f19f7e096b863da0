"""Signs: what may stand in a sentence, so that no pattern is tried there in vain.

A sign is one bit. Where it is missing its patterns do not stand; where it is there
they may. Whoever does not know takes `ANY`, and everything is tried.
"""

YOU = 1 << 0  # the newcomer is spoken to
WE = 1 << 1  # the firm, or its people, at the start
PLACE = 1 << 2  # how the place of work is reached
PAST = 1 << 3  # the story of the firm
PAY = 1 << 4
CUE = 1 << 5  # a sentence that opens another part of the advert
TURNED = 1 << 6  # denied or done by others; see scope.around
DEGREE = 1 << 7  # how often and how much
TIMED = 1 << 8
BY_DAY = 1 << 9
AMOUNT = 1 << 10
LENGTH = 1 << 11  # of a working day
BROKEN = 1 << 12  # a denial or an edge, where it may fall inside a phrase
APPLYING = 1 << 13  # how to apply, and whom to call about it
ANY = -1
