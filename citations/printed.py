"""As what a source of a kind is printed: the one table for forms, sheets and the files of other programs."""

from collections.abc import Mapping
from types import MappingProxyType

from citations.kinds import SourceKind as K

PRINTED: Mapping[K, str] = MappingProxyType(
    {
        **dict.fromkeys((K.AWMF_GUIDELINE, K.AWMF_LIVING, K.ONKOPEDIA, K.NCCN, K.NICE_GUIDELINE), "guideline"),
        **dict.fromkeys((K.ESMO_CPG, K.ESMO_LIVING), "guideline"),
        K.AWMF_PATIENT_GUIDELINE: "patient-guideline",
        **dict.fromkeys((K.COCHRANE_REVIEW, K.SYSTEMATIC_REVIEW), "systematic-review"),
        K.JOURNAL_ARTICLE: "journal-article",
        **dict.fromkeys((K.WHO_BOOK, K.BOOK), "book"),
        **dict.fromkeys((K.DRUG_LABEL, K.SAFETY_NOTICE, K.PORTAL), "drug-information"),
        **dict.fromkeys((K.APPROVAL_DECISION, K.GBA_DECISION, K.IQWIG_REPORT), "report"),
        **dict.fromkeys((K.ORGANISATION, K.WEB_PAGE), "web-page"),
        K.NEWS_TEXT: "other",
    }
)
"""The kind of a Reference by the kind of its source.

A safety letter (Rote-Hand-Brief) is drug information: domain 1.7 treats it with the labels it changes, and pages print
the agencies' notices and portals among them. A society's guideline in a journal stays a guideline.
"""
