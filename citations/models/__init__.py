"""The tables, one module per subject. Importing this package registers them all."""

from citations.models.evidence import Citation
from citations.models.lists import ImportedEntry, ListImport
from citations.models.log import Event
from citations.models.pages import ListedSource, Page, Revision, SetAsideText, Statement
from citations.models.people import Person
from citations.models.recommendations import RecommendationMark
from citations.models.reviews import Deadline, Flag, LedgerDay, PolicyRow, Review, Subject, Tally
from citations.models.running import JobRun, Lease
from citations.models.sameness import LikelyDouble, Merge, TitleMark
from citations.models.search import SearchText
from citations.models.sources import Access, Identifier, Source, SourceVersion
from citations.models.watching import Finding, HostBook, Observation, RawAnswer, Visit, Watch

__all__ = [
    "Access",
    "Citation",
    "Deadline",
    "Event",
    "Finding",
    "Flag",
    "HostBook",
    "Identifier",
    "ImportedEntry",
    "JobRun",
    "Lease",
    "LedgerDay",
    "LikelyDouble",
    "ListImport",
    "ListedSource",
    "Merge",
    "Observation",
    "Page",
    "Person",
    "PolicyRow",
    "RawAnswer",
    "RecommendationMark",
    "Review",
    "Revision",
    "SearchText",
    "SetAsideText",
    "Source",
    "SourceVersion",
    "Statement",
    "Subject",
    "Tally",
    "TitleMark",
    "Visit",
    "Watch",
]
