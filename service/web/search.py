"""The search over statements, printed lines and sources."""

from flask import Blueprint, render_template, request

from service.reads.search import COUNTED, LONGEST_QUERY, MOST, search
from service.web.edge import sessions

pages = Blueprint("search", __name__)


@pages.get("/search")
def find() -> str:
    """Show the search, and what it found for the words in the address."""
    query = request.args.get("q", "")[:LONGEST_QUERY]
    with sessions().read() as database:
        found = search(database, query)
    return render_template("search/search.html", query=query, found=found, most=MOST, counted=COUNTED)
