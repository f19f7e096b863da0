"""What is sealed in a row is opened for an export, whichever column it is."""

from schemas.catalogue.columns import catalogue
from schemas.opened_rows import CELLS


def test_every_sealed_column_of_the_catalogue_can_be_opened():
    sealed = {
        key for key, column in catalogue().items() if column.sealed and column.export
    }
    assert sealed == CELLS.keys()
