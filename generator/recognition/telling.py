"""A part that was recognised in; a part of the programme as YAML has it out, with what is to be told of it."""

from generator.errors import say
from generator.recognition.accounting import Account
from generator.recognition.clock import clock
from generator.recognition.lists import entries
from generator.recognition.names import Names
from generator.recognition.parts import Part
from generator.recognition.texts import one_line, text
from generator.recognition.things import things_in
from generator.source import Loc, Tree


def part_tree(part: Part, number: int, names: Names, account: Account) -> dict[str, Tree]:
    """The part, whose findings go to the account."""
    loc: Loc = ("programma", number)
    tree: dict[str, Tree] = {"onderdeel": one_line(part.naam) or "…"}
    if part.duur:
        tree["duur"] = str(part.duur)
    if part.om is not None:
        tree["om"] = clock(part.om)
    for key, holds in (("vooraf", part.vooraf), ("optioneel", part.optioneel)):
        if holds:
            tree[key] = "ja"
    if part.pauze:
        tree["soort"] = "pauze"
    if part.blok:
        tree["blok"] = one_line(part.blok)
    for key, blocks in (("doel", part.doel), ("toelichting", part.toelichting)):
        if found := text(blocks):
            tree[key] = found
    stated = _werkvormen(part, tree, loc, names, account)
    if stated:
        tree["werkvorm"] = stated[0] if len(stated) == 1 else list[Tree](stated)
    if part.wie:
        tree["wie"] = list[Tree](part.wie)
    things, findings = things_in(part.materialen, names, account)
    if things:
        tree["materialen"] = things
    for finding in findings:
        account.tells((*loc, "materialen", *finding.loc), finding.certainty, finding.why)
    for key, blocks in (("tips", part.tips), ("let-op", part.let_op)):
        if listed := entries(blocks):
            tree[key] = list[Tree](listed)
    for note in part.notes:
        account.tells((*loc, *note.loc), note.certainty, note.why)
    return tree


def _werkvormen(part: Part, tree: dict[str, Tree], loc: Loc, names: Names, account: Account) -> list[str]:
    """The werkvormen that the part says plainly; those that it only names are offered."""
    found = list(dict.fromkeys(part.stated))
    for slug in found:
        account.tells((*loc, "werkvorm"), "zeker", say("the part says that its werkvorm is {slug}", slug=slug))
    said = f"{part.naam}\n{tree.get('toelichting', '')}\n{tree.get('doel', '')}"
    whole = names.equal(part.naam, ("werkvorm",))
    for named in names.werkvormen_in(said):
        if named.slug in found:
            continue
        plainly = named.certainty == "zeker" or (whole is not None and whole.slug == named.slug and not found)
        if plainly:
            found.append(named.slug)
            why = say("the part names the werkvorm {name}", name=named.naam)
            account.tells((*loc, "werkvorm"), "zeker", why)
        else:
            why = say(
                "{name} is a werkvorm: write {line} if that is meant", name=named.naam, line=f"werkvorm: {named.slug}"
            )
            account.tells((*loc, "werkvorm"), "gegist", why)
    return found
