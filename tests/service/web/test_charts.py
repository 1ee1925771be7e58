"""Charts are drawn within their frame, whatever the numbers are."""

from hypothesis import given
from hypothesis import strategies as st

from service.web.charts import Value, columns


def test_the_greatest_fills_the_height_and_one_stays_visible() -> None:
    chart = columns([Value(0, "a", "", "a"), Value(1, "b", "", "b"), Value(1000, "c", "", "c")])
    assert [bar.height for bar in chart.bars] == [0.0, 2.0, 132.0]
    assert [bar.number for bar in chart.bars] == ["", "1", "1000"]


@given(st.lists(st.integers(0, 10**9), max_size=40))
def test_every_column_stands_on_the_floor_within_the_frame(numbers: list[int]) -> None:
    chart = columns([Value(number, "", "", "") for number in numbers])
    assert all(bar.y >= 0 and abs(bar.y + bar.height - chart.floor) < 0.2 for bar in chart.bars)
    assert all(bar.x >= 0 and bar.x + bar.width <= chart.width for bar in chart.bars)
