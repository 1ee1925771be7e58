import pytest
from tests.flows.test_any_order import Office, assert_in_step
pytest_plugins=[]
@pytest.mark.parametrize("seed", range(200,216))
def test_x(sqlite_sessions, seed):
    done=[]
    with sqlite_sessions.write() as session:
        office=Office(session,seed); office.import_page()
        office.acts = (*office.acts, *[office.mark]*4, *[office.locate]*3, *[office.tell]*3, office.leave, office.leave)
        for _ in range(40):
            done.append(office.act()); assert_in_step(session, office.day, done)
        session.rollback()
