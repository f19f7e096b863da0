"""What work usually asks in an occupation, for when an advert does not say."""

from matching.priors.expecting import expectation as expectation
from matching.priors.loads import MEASURE_OF as MEASURE_OF
from matching.priors.loads import Prior as Prior
from matching.priors.loads import expected_load as expected_load
from matching.priors.loads import prior as prior
