"""The end of a run or of a batch: what it came to, and what that means."""

from crawlers.collecting.fetched import Trouble
from crawlers.collecting.host import HostKnowledge
from crawlers.collecting.pages_ahead import PagesAhead
from crawlers.collecting.recorder import Recorder
from crawlers.collecting.tally import Tally, believed_in, outcome_of, tally_of
from crawlers.platforms.base import CareerPlatform
from schemas.tables.crawl_runs import Outcome


class Ending:
    """Concludes from what stands in the database, so that any machine can."""

    def __init__(
        self,
        platform: CareerPlatform,
        recorder: Recorder,
        host: HostKnowledge,
        ahead: PagesAhead,
    ) -> None:
        self._platform = platform
        self._recorder = recorder
        self._host = host
        self._ahead = ahead

    def may_look_after(self) -> bool:
        """Own pages tell what a list cannot that is not whole; not amid trouble."""
        return self._outcome(None).status in {"ok", "suspect"}

    def close(self, trouble: Trouble | None) -> None:
        """The run is over; `trouble` stopped it."""
        self._host.heard()
        outcome = self._outcome(trouble)
        believed = believed_in(
            outcome,
            lists_everything=self._platform.lists_everything,
            unlisted_pages=self._ahead.pages_can_be_believed,
        )
        self._recorder.close(outcome, believed)
        self._host.ran(outcome, asked=trouble.rest if trouble else None)

    def pause(self) -> None:
        """Only a batch is over, or we were stopped halfway: nothing is concluded."""
        self._host.heard()
        self._recorder.pause()

    def _outcome(self, trouble: Trouble | None) -> Outcome:
        self._recorder.flush()
        run = self._recorder.run
        base = Tally(
            expected=run.announced,
            found=self._recorder.found(),
            total=run.total,
            cut=run.cut,
            trouble=trouble,
            dates_lie=self._ahead.dates_lie,
            closing=self._recorder.closing(),
        )
        tally = tally_of(self._recorder.dealt_with(), base)
        return outcome_of(tally, before=self._recorder.before())
