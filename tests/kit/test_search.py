"""The index finds what people type, alike on both databases, and only what it should."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from api.access.actor import SYSTEM, Reach
from api.kit import search
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.pinyin import name_key, syllables
from api.kit.unit import Unit

EVERYWHERE = Reach(everywhere=True)
HERE, THERE = new_id(), new_id()


@dataclass
class Finder:
    unit: Unit
    names: dict[str, str]

    def put(self, name: str, kind: str = "customer", station: str = HERE, **of: tuple[str, ...]) -> None:
        id = next((id for id, known in self.names.items() if known == name), None) or new_id()
        self.names[id] = name
        search.put(self.unit, kind, id, station_id=station, title=name, terms=search.terms(of.pop("texts", ()), **of))

    def __call__(self, q: str, kind: str = "customer", reach: Reach = EVERYWHERE) -> set[str]:
        ids = self.unit.conn.execute(search.matching(self.unit, kind, q, reach)).scalars()
        return {self.names[id] for id in ids if id in self.names}  # the world's own customers aside


@pytest.fixture
def found(db: Database) -> Iterator[Finder]:
    with db.write() as conn:
        yield Finder(Unit(db, conn, SYSTEM), {})


def test_part_of_a_name_pinyin_and_initials(found: Finder) -> None:
    found.put("绿源环境", names=("绿源环境",))
    found.put("源绿科技", names=("源绿科技",))
    for q in ("绿源", "源环", "源环境", "境", "lvyuan", "lyhj", "ly", "huanj", "hj", "LYHJ", "ＬＹ", "lyhj 绿"):
        assert found(q) == {"绿源环境"}, q
    assert found("绿环") == set(), "neighbours, not just both characters"
    assert found("yuanlv") == {"源绿科技"}
    assert found("源绿") == {"源绿科技"}


def test_neighbours_stay_neighbours(found: Finder) -> None:
    """A phrase is checked in order on PostgreSQL too, whose tsvector keeps none."""
    found.put("a", texts=("绿源环境",))
    found.put("b", texts=("环境与绿源", "源环"))
    assert found("绿源环境") == {"a"}
    assert found("KFR-35") == set()
    found.put("c", texts=("KFR-35GW",))
    found.put("d", texts=("35 台 KFR",))
    assert found("KFR-35") == {"c"}
    assert found("KFR 35") == {"c", "d"}
    found.put("e", texts=("光华路3303室",))
    found.put("f", texts=("3303号 5室",))
    assert found("3303室") == {"e"}
    assert found("路3303") == {"e"}


def test_any_part_of_a_serial(found: Finder) -> None:
    found.put("x", codes=("WQ51-2509-002245",))
    found.put("y", codes=("WQ51-2509-002246",))
    for q in ("002245", "2245", "WQ51-2509-002245", "wq512509002245", "51-2509-002245", "9-002245", "509002245"):
        assert found(q) == {"x"}, q
    for q in ("WQ51", "2509", "wq51-2509", "51-2509", "2509-0022", "WQ51 2509"):
        assert found(q) == {"x", "y"}, q
    assert found("9999") == set()


@pytest.mark.parametrize(
    "q", ["", " ", "-", "'", '"', "%", "_", "\\", "*", "' | 'x", "NEAR(", "AND", "a OR b", ":*", "^", "()", "&|!"]
)
def test_t8_nothing_typed_is_a_command(found: Finder, q: str) -> None:
    found.put("绿源", names=("绿源",))
    assert found(q) == set()


def test_kind_and_stations_narrow(found: Finder) -> None:
    found.put("here", names=("绿源一",))
    found.put("there", station=THERE, names=("绿源二",))
    found.put("device", kind="asset", names=("绿源三",))
    assert found("绿源") == {"here", "there"}
    assert found("绿源", "asset") == {"device"}
    assert found("绿源", reach=Reach(stations=frozenset({HERE}))) == {"here"}
    assert found("绿源", reach=Reach(stations=frozenset({HERE, THERE}))) == {"here", "there"}
    assert found("绿源", reach=Reach()) == set(), "no reach finds nothing"
    assert found("绿源", reach=Reach(own=True)) == {"here", "there"}, "the owner's clause stands beside it"
    assert found("customer") == found(HERE) == set(), "kind and station are not words"


def test_changes_and_removals_reach_the_index(found: Finder) -> None:
    found.put("one", names=("绿源",))
    found.put("one", names=("清泉",))
    assert (found("绿源"), found("清泉")) == (set(), {"one"})
    found.put("one", station=THERE, names=("清泉",))
    assert found("清泉", reach=Reach(stations=frozenset({HERE}))) == set()
    search.drop(found.unit, "customer", next(iter(found.names)))
    assert found("清泉") == set()


def test_surnames_and_places_sound_as_they_are_said() -> None:
    said = {
        "单雄信": "shan", "曾国藩": "zeng", "解晓东": "xie", "翟志刚": "zhai", "查良镛": "zha", "仇英": "qiu", "区家宝": "ou",
        "万俟明": "mo", "长沙水务": "chang", "重庆": "chong", "绿源": "lv",
    }  # fmt: skip
    for name, sound in said.items():
        assert syllables(name)[0] == sound, name
    assert syllables("在长沙市")[1] == "chang"
    assert name_key("单雄信") == "shanxiongxin sxx"
    assert len(name_key("长" * 120)) <= 160


def test_both_readings_find(found: Finder) -> None:
    found.put("解放", names=("解放",))
    assert found("jiefang") == found("xiefang") == {"解放"}


def test_rare_characters_and_other_scripts(found: Finder) -> None:
    found.put("𠮷田", names=("𠮷田",))
    found.put("Müller", names=("Müller GmbH",))
    assert found("𠮷田") == {"𠮷田"}
    assert found("müll") == {"Müller"}


def test_t24_a_long_text_is_cut_and_quick(found: Finder) -> None:
    found.put("long", texts=("绿" * 100_000, "a" * 100_000), names=("源" * 100_000,), codes=("7" * 100_000,))
    assert found("绿绿") == {"long"}
    assert found("7777") == {"long"}
