"""The pages people see, one module per family. BLUEPRINTS is the sitemap."""

from flask import Blueprint

from service.web import (
    board,
    changes,
    doubles,
    entries,
    exports,
    filling,
    health,
    imports,
    lists,
    looks,
    pages,
    person,
    policy,
    printed_list,
    queue,
    search,
    sheets,
    sources,
    statements,
)

BLUEPRINTS: tuple[Blueprint, ...] = (
    board.pages,
    queue.pages,
    pages.pages,
    imports.pages,
    lists.pages,
    filling.pages,
    printed_list.pages,
    statements.pages,
    entries.pages,
    changes.pages,
    sources.pages,
    doubles.pages,
    looks.pages,
    search.pages,
    sheets.pages,
    exports.pages,
    policy.pages,
    person.pages,
    health.pages,
)
"""Every family of pages, in the order of the sitemap. A new family is one module and one line here."""
