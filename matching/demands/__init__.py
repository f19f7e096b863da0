"""What an advert asks of body, mind and agenda: read with rules, proven by quotes."""

from matching.demands.reader import RULES_VERSION as RULES_VERSION
from matching.demands.reader import asked_of as asked_of
from matching.demands.reader import demands_of as demands_of
from matching.demands.reader import shifts_of as shifts_of
