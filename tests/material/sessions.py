"""Sessions to plan with, made without a file."""

from generator.material.model import Netwerk, Onderdeel, Sessie, Werkvorm
from generator.material.values import Tijd

NETWORK = Netwerk(slug="n", naam="N", thema="T")


def part(name: str = "Deel", duur: int | None = 10, **fields: object) -> Onderdeel:
    return Onderdeel.model_validate({"onderdeel": name, "duur": duur, "wie": ["Ada"], **fields})


def session(*programma: Onderdeel, begin: int = 780, **fields: object) -> Sessie:
    """A session that begins at `begin` minutes after midnight."""
    known = {"slug": "n/s", "netwerk": NETWORK, "titel": "S", "begin": Tijd(begin), "programma": programma}
    return Sessie.model_validate({**known, **fields})


def werkvorm(slug: str = "w", **fields: object) -> Werkvorm:
    return Werkvorm.model_validate({"slug": slug, "naam": slug.upper(), **fields})
