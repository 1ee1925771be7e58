"""The closed word lists of the field. Values are stored; their German and English words live in the catalogue."""

from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is, as far as deadlines are concerned (domain section 0, default intervals)."""

    AWMF_GUIDELINE = "awmf_guideline"
    AWMF_LIVING = "awmf_living"
    AWMF_PATIENT_GUIDELINE = "awmf_patient_guideline"
    ONKOPEDIA = "onkopedia"
    ESMO_CPG = "esmo_cpg"
    ESMO_LIVING = "esmo_living"
    NCCN = "nccn"
    NICE_GUIDELINE = "nice_guideline"
    COCHRANE_REVIEW = "cochrane_review"
    SYSTEMATIC_REVIEW = "systematic_review"
    JOURNAL_ARTICLE = "journal_article"
    WHO_BOOK = "who_book"
    BOOK = "book"
    DRUG_LABEL = "drug_label"
    SAFETY_NOTICE = "safety_notice"
    APPROVAL_DECISION = "approval_decision"
    GBA_DECISION = "gba_decision"
    IQWIG_REPORT = "iqwig_report"
    PORTAL = "portal"
    ORGANISATION = "organisation"
    WEB_PAGE = "web_page"
    NEWS_TEXT = "news_text"


HOUSE_KINDS = frozenset({SourceKind.PORTAL, SourceKind.ORGANISATION})
"""Kinds that name a house and no document of its."""


class StatementKind(StrEnum):
    """What a piece of a page's body is."""

    SENTENCE = "sentence"
    LIST_ITEM = "list_item"
    HEADING = "heading"
    GLOSSARY = "glossary"
    CAPTION = "caption"


class Harm(StrEnum):
    """What a wrong sentence can do (domain section 7): H3 drug, dose, warning ... H0 addresses and links."""

    H0 = "H0"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"


class Role(StrEnum):
    """How a source stands to a statement (domain section 6, Citation)."""

    SUPPORTS = "supports"
    BACKGROUND = "background"
    SEE_ALSO = "see_also"
    CONTRADICTS = "contradicts"


class CitationState(StrEnum):
    """A machine's guess never counts as a source: proposed, confirmed by a person, rejected, ended (unbound, moved)."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    ENDED = "ended"


class Origin(StrEnum):
    """Where a ``valid until`` comes from; ``derived`` never overwrites the other two (invariant 3)."""

    PRINTED = "printed"
    REGISTER = "register"
    DERIVED = "derived"


class Status(StrEnum):
    """What a register says of a version (domain 1.1, status values)."""

    FINAL = "final"
    UNDER_REVISION = "under_revision"
    AMENDED = "amended"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    RETRACTED = "retracted"


class Clock(StrEnum):
    """The clocks of domain section 0; ``event`` for what falls due at once."""

    VALIDITY = "validity"
    REASSESS = "reassess"
    ACCESS = "access"
    STATEMENT = "statement"
    PAGE = "page"
    EVENT = "event"


class Reason(StrEnum):
    """Why somebody must look (domain section 6, reason taxonomy)."""

    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"
    CONTRADICTED = "contradicted"
    CLAIM_LAPSED = "claim_lapsed"
    SUPERSEDED_MAJOR = "superseded_major"
    EXPIRED = "expired"
    CORRECTED = "corrected"
    SUPERSEDED_MINOR = "superseded_minor"
    UNSOURCED = "unsourced"
    REASSESS_DUE = "reassess_due"
    CONTENT_CHANGED = "content_changed"
    ACCESS_STALE = "access_stale"
    REVIEW_DUE = "review_due"
    REFERENCE_INCOMPLETE = "reference_incomplete"
    QUOTE_LOST = "quote_lost"
    LINK_DEAD = "link_dead"
    UNDER_REVISION = "under_revision"


class Decision(StrEnum):
    """What an editor decides (domain section 6, Review)."""

    CONFIRMED = "confirmed"
    SOURCE_UPDATED = "source_updated"
    REVISED = "revised"
    RETIRED = "retired"
    DEFERRED = "deferred"


class Band(StrEnum):
    """How soon (domain section 7): A at once, B within 30 days, C within 90, D with the next page review."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class SubjectKind(StrEnum):
    """What a review is about: a statement, a source as a page lists it, or the page as a whole."""

    STATEMENT = "statement"
    ENTRY = "entry"
    PAGE = "page"


class LookOutcome(StrEnum):
    """How a look at a registry ended. It says nothing about the source: only OK and NOT_MODIFIED saw it."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    NOT_FOUND = "not_found"
    GONE = "gone"
    MOVED = "moved"
    BLOCKED = "blocked"
    UNAUTHORIZED = "unauthorized"
    RATE_LIMITED = "rate_limited"
    UNAVAILABLE = "unavailable"
    PARSE_FAILED = "parse_failed"
    SKIPPED = "skipped"
    REFUSED = "refused"


class Lifecycle(StrEnum):
    """What a registry says of a source (domain 1.1, status values). UNLISTED is absence, never a withdrawal."""

    ANNOUNCED = "announced"
    CONSULTATION = "consultation"
    CURRENT = "current"
    UNDER_REVISION = "under_revision"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    RETRACTED = "retracted"
    UNLISTED = "unlisted"
    UNKNOWN = "unknown"


class NoticeKind(StrEnum):
    """What a registry announced about a source, on a day of its own."""

    CORRECTION = "correction"
    ERRATUM = "erratum"
    EXPRESSION_OF_CONCERN = "expression_of_concern"
    PARTIAL_RETRACTION = "partial_retraction"
    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"
    REINSTATEMENT = "reinstatement"
    NEW_VERSION = "new_version"
    EXTENSION = "extension"
    FILE_EXCHANGED = "file_exchanged"
    SAFETY_LETTER = "safety_letter"
    DECISION = "decision"
    REGISTRATION = "registration"
    OTHER = "other"


class Evidence(StrEnum):
    """How good the evidence of an observation is; shown to editors."""

    OFFICIAL_API = "official_api"
    OFFICIAL_FEED = "official_feed"
    REGISTRY_RECORD = "registry_record"
    SCRAPED = "scraped"
    PROBE = "probe"
    EDITOR = "editor"


class Certainty(StrEnum):
    """How sure it is that another record succeeds this one; a candidate is shown to an editor, never taken as fact."""

    STATED = "stated"
    PROBED = "probed"
    CANDIDATE = "candidate"


class Change(StrEnum):
    """What a new version says of one recommendation (domain 1.1, "Updated recommendations are labelled ...")."""

    CHECKED = "checked"
    CONFIRMED = "confirmed"
    MODIFIED = "modified"
    NEW = "new"
    REMOVED = "removed"


class Because(StrEnum):
    """Why what changed in a source does not touch a sentence: the short list; OTHER needs a note."""

    SAME = "same"
    WORDING = "wording"
    ELSEWHERE = "elsewhere"
    WIDER = "wider"
    OTHER = "other"
