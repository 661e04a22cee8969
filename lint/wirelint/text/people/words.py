"""Closed classes that tell names, offices and their surroundings apart."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from ...knowledge import shipped

# Words that open a sentence or a phrase in capitals and are no part of a name.
OPENERS = frozenset(
    "a an the and or but nor so yet if as at by for from in into of off on onto out over per than that to up via "
    "with within without about above across after against along among around before behind below beneath beside "
    "besides between beyond despite down during except inside like near outside since through throughout till "
    "toward towards under until upon when while where whereas what who whom whose which why how although though "
    "because unless once whether however meanwhile therefore moreover furthermore nevertheless nonetheless instead "
    "otherwise thus hence then there here now today yesterday tomorrow tonight later earlier soon recently also too "
    "only just even still again not no never nothing nobody none neither either both all any some many much more "
    "most few several each every other another such same this these those he she it they we i you me him her us "
    "them my your his its our their mine yours ours theirs one two three four five six seven eight nine ten first "
    "second third last next new old former late current acting deputy vice senior junior young is are was were be "
    "been has have had do does did will would can could may might must shall should said says yes please according "
    "following given speaking asked meet let dear outgoing incoming then-president ex fellow veteran legendary "
    "famous so-called self-described co".split()
)
# What stands before the head of an office: Prime Minister, Foreign Minister, Chief Executive.
OFFICE_WORDS = frozenset(
    "prime foreign interior finance health justice education environment economy labour labor culture transport "
    "agriculture energy trade defence defense home state vice deputy general chief supreme first assistant "
    "associate attorney crown grand high lord lieutenant major national regional provincial municipal opposition "
    "party executive managing sporting technical head team social family housing sports science digital climate "
    "tourism immigration police and for of the former interim acting ex-president us u.s uk eu un republican "
    "democratic conservative liberal socialist green".split()
)
TITLE_SHORT: Mapping[str, str] = {
    **dict.fromkeys("dr prof rev gen col sgt lt capt cmdr sen rep gov hon mx pres".split(), ""),
    **dict.fromkeys("mr fr msgr".split(), "m"),
    **dict.fromkeys("mrs ms".split(), "f"),
}
AFTER_NAMES = frozenset("jr sr ii iii iv vi qc mp obe mbe cbe phd md".split())
OFFICE = {"title": "office", "office": "office"}
PLACE_HEADS = frozenset(
    "san santa santo são saint st los las new north south east west port fort mount lake upper lower great northern "
    "southern eastern western central".split()
)
BODIES = frozenset(
    "company firm ministry government council party foundation club team federation association union bank court "
    "commission committee parliament senate university institute agency authority organisation organization group "
    "institution corporation department administration country nation state kingdom republic municipality region "
    "province city board congress assembly newspaper channel network broadcaster airline manufacturer carmaker "
    "automaker retailer operator consortium entity army police hospital school church coalition alliance "
    "cooperative co-operative chamber embassy league franchise startup start-up platform brand body watchdog "
    "regulator tribunal brewery factory airport museum theatre theater festival refinery orchestra ballet fund hotel "
    "chain holding cartel militia junta delegation faction secretariat prefecture gendarmerie syndicate ngo "
    "charity port harbour harbor shipyard mine smelter mill plant winery bakery restaurant shop supermarket library gallery zoo "
    "station stadium studio laboratory clinic prison academy college observatory monastery parish diocese archdiocese district "
    "village town consulate inspectorate treasury exchange insurer lender railway conglomerate multinational squad "
    "subsidiary regime monarchy fire-brigade newsroom taskforce task-force".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december north south east west christmas easter ramadan god jesus bible internet "
    "covid euro dollar ruble rouble naira peso yuan yen rupee lira jan feb mar apr jun jul aug sep sept oct nov "
    "dec mon tue wed thu fri sat sun".split()
)

Roles = Mapping[str, tuple[str, str, str]]


@functools.cache
def roles() -> Roles:
    """Nouns of one word for a person, in lower case, and the last word of longer ones.

    Each with its gender or nothing, its kind, and `plural` or nothing.

    A longer one's last word says no more of gender than it does by itself: *queen mother*, *first lady*.
    """
    found: dict[str, tuple[str, str, str]] = {}
    rest: list[tuple[str, tuple[str, str, str]]] = []
    for key, (gender, kind, plural, *_) in shipped().roles.rows():
        if " " in key:
            rest.append((key.split()[-1], ("", kind, plural)))
        else:
            found[key] = (gender, kind, plural)
    for head, row in rest:
        if head in HEADS:
            found.setdefault(head, row)
    return found


@functools.cache
def person_words() -> frozenset[str]:
    """Every noun for a person, as it stands in lower case."""
    return PERSONS.union(roles())


HEADS = frozenset(
    "minister executive adviser advisor secretary general leader prosecutor economist captain chief commissioner".split()
)


@functools.cache
def organisation_heads() -> frozenset[str]:
    """Words that make a capitalised run an organisation's name: *Ministry*, *University*, *FC*."""
    rows = shipped().organisations.rows()
    return frozenset(key for key, (_, kind, *_) in rows if kind in ("head", "suffix") and " " not in key) | OTHER_HEADS


OTHER_HEADS = frozenset(
    "street road avenue lane square park bridge river lake mount mountain island islands bay beach valley county "
    "city town village airport hall prize award awards cup trophy championship championships olympics games open "
    "prix act bill law treaty agreement war battle day week festival show news tv sport sports college institute "
    "records films pictures entertainment studios productions magazine review weekly journal song album tour series "
    "season stadium arena temple abbey castle tower building centre center plaza mall market store hotel restaurant "
    "café cafe bar inn club united rovers wanderers athletic albion hotspur fc cf sc ac".split()
)
# He or she as well, by name and by affection: “Lena found the dog in a ditch. He was cold.”
ANIMALS = frozenset(
    "animal animals ape bear bird bull camel cat chimpanzee colt cow cub deer dog dogs dolphin donkey duck eagle elephant "
    "filly fox gelding giraffe goat gorilla greyhound hamster hawk hen horse horses hound jaguar kangaroo kitten labrador "
    "lamb leopard lion lioness lynx mare monkey mule orangutan orca otter owl ox panda panther parrot penguin pet pets "
    "pig pony pup puppy rabbit racehorse ram rhino rooster seal shark sheep sheepdog snake spaniel "
    "specimen stallion steer swan terrier tiger tigress tortoise turtle walrus whale whippet wolf".split()
)
LIVING = ANIMALS | frozenset("baby child infant newborn toddler youngster".split())
# Who is spoken of by what they do or are; with a capital, half of them are surnames.
PERSONS = frozenset(
    "acquaintance acrobat addict admirer adolescent adventurer alcoholic anarchist angler apostle archivist assailant "
    "assassin asylum-seeker atheist attaché auctioneer bailiff barista bassist batter beekeeper beggar bellboy "
    "beneficiary biker billionaire biographer blacksmith bomber bookbinder bookkeeper bookseller bosun bowler brewer "
    "bricklayer bystander cabbie cantor capitalist cashier casualty catcher caterer centre-back challenger chaplain "
    "chauffeur chieftain childminder claimant classmate clown co-driver co-pilot co-worker coachman coastguard "
    "cobbler coder cofounder collier combatant communist commuter complainant concierge constable consumer contender "
    "convict copilot counsellor counselor coworker criminal deacon deckhand demonstrator dictator digger disciple "
    "diver docker donor dramatist dressmaker drifter drinker eater employer executioner explorer extremist eyewitness "
    "farmhand feminist fielder financier fishmonger flatmate follower foreigner forester forger fraudster freshman "
    "full-back fullback gambler gamekeeper gangster glazier goldsmith graduate gravedigger greengrocer grocer guest "
    "gunner hangman hawker heretic hermit hiker hitchhiker hooligan hotelier housekeeper housemate hunter hurdler "
    "hygienist illusionist industrialist informant informer innkeeper insurgent interviewer investigator ironmonger "
    "jeweler jeweller juggler juror kidnapper knight laborer librettist lifeguard linebacker locksmith lodger logger "
    "looter loser lover loyalist lumberjack lyricist magician magnate mason mentor merchant miller millionaire miner "
    "mobster moderator mogul monarchist moneylender motorcyclist mugger nationalist navigator navvy newsreader "
    "observer offender onlooker optician overseer paratrooper parson partisan passer-by pawnbroker peddler pedlar "
    "physio pickpocket pilgrim pioneer pitcher plaintiff plasterer ploughman poacher populist porter preacher "
    "proprietor protester protestor psychotherapist publican pundit quarryman rancher recipient reformer restaurateur "
    "reviewer revolutionary roofer rookie roommate royalist saxophonist sceptic scholar sentry separatist sexton "
    "shepherd sheriff shoemaker shoplifter shopper shortstop silversmith skeptic skipper smoker sniper socialist spy "
    "squadmate stevedore stoker stranger strategist supervisor surveyor swindler tailor team-mate teammate teller "
    "townsman trainee tramp trapper traveler traveller triplet trucker trumpeter tutor tycoon tyrant undergraduate "
    "undertaker vagrant valet vandal vendor verger villager vintner warrior watchmaker welder wicketkeeper winemaker "
    "woodcutter youth".split()
)
