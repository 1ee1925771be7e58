"""The pages people see, one module per family. BLUEPRINTS is the sitemap."""

from flask import Blueprint

from service.web import board, health, person, queue, search

BLUEPRINTS: tuple[Blueprint, ...] = (
    board.pages,
    queue.pages,
    search.pages,
    person.pages,
    health.pages,
)
"""Every family of pages, in the order of the sitemap. A new family is one module and one line here."""
