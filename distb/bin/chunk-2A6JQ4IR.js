import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  Profile,
  dayOf
} from "./chunk-HMXOL7KG.js";
import {
  isPlausible
} from "./chunk-SEKZNX7F.js";
import {
  clientFamily
} from "./chunk-UGZXIX5A.js";
import {
  require_ipaddr
} from "./chunk-ZZY54HAZ.js";
import {
  PLATFORMS
} from "./chunk-2CJXXPZT.js";
import {
  ACTIVITIES
} from "./chunk-TFFH55T3.js";
import {
  __toESM
} from "./chunk-NFCWV5CJ.js";

// dist/src/context/empty.js
function emptyContext() {
  return {
    people: [],
    files: [],
    person: () => void 0,
    app: () => void 0,
    network: () => void 0,
    changes: () => [],
    repository: () => void 0
  };
}

// dist/src/context/groups.js
var Groups = class {
  #parents = /* @__PURE__ */ new Map();
  /** The name that stands for the whole group: the smallest in code unit order, whatever the order of joining. */
  find(name) {
    let root = name;
    for (let parent = this.#parents.get(root); parent !== void 0; parent = this.#parents.get(root))
      root = parent;
    for (let at = name; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
  /** Makes one group of two. */
  join(one, other) {
    const [left, right] = [this.find(one), this.find(other)];
    if (left === right)
      return;
    if (left < right)
      this.#parents.set(right, left);
    else
      this.#parents.set(left, right);
  }
};

// dist/src/context/identities.js
var PLACEHOLDERS = /* @__PURE__ */ new Set([
  "",
  "-",
  "0",
  "unknown",
  "unknown user",
  "(unknown)",
  "not available",
  "n/a",
  "na",
  "none",
  "null",
  "undefined",
  "nobody",
  "anonymous",
  "anonymous user",
  "guest",
  "everyone",
  "system",
  "root",
  "deleted user",
  "ghost",
  "service account",
  "support",
  "00000000-0000-0000-0000-000000000000",
  "app@sharepoint",
  "sharepoint\\system",
  "nt authority\\system",
  "s-1-5-18",
  "urn:spo:anon#",
  "urn:spo:guest#",
  "okta system",
  "system@okta.com"
]);
var SHORT_NUMBER = /^\d{1,4}$/;
var EMAIL = /^[^\s@]+@[^\s@]+$/;
var Identities = class {
  /** Every name met → the other names that a record gives for the same actor; both directions. */
  #claims = /* @__PURE__ */ new Map();
  /** E-mail address → the addresses of actors who also go by it. */
  #claimants = /* @__PURE__ */ new Map();
  /** Name → the declared user it belongs to. */
  #declared = /* @__PURE__ */ new Map();
  #solved;
  /** One record (or many) names its actor `primary` and also gives these other names for it. Any letter case. */
  learn(primary, aliases) {
    const name = primary.toLowerCase();
    if (isPlaceholder(name))
      return;
    entry(this.#claims, name);
    for (const alias of aliases) {
      const other = alias.toLowerCase();
      if (other === name || isPlaceholder(other))
        continue;
      entry(this.#claims, name).add(other);
      entry(this.#claims, other).add(name);
      if (EMAIL.test(name) && EMAIL.test(other))
        entry(this.#claimants, other).add(name);
    }
    this.#solved = void 0;
  }
  /** A person of `people.csv`: these names are one person's, whatever logs say. */
  declare(person) {
    const user = person.user.toLowerCase();
    for (const name of [user, ...person.aliases]) {
      const key = name.toLowerCase();
      entry(this.#claims, key);
      const holder = this.#declared.get(key);
      if (holder === void 0 || user < holder)
        this.#declared.set(key, user);
    }
    this.#solved = void 0;
  }
  /**
   * The one id of the person behind a name: the declared user, else the e-mail address (the first in code unit order of
   * several), else the first of all names; the name itself, in lower case, where nothing was learned of it.
   */
  personOf(name) {
    const key = name.toLowerCase();
    return this.#solve().persons.get(key) ?? key;
  }
  /** All names of the person behind a name, the person's own id first, the others sorted. */
  namesOf(name) {
    const person = this.personOf(name);
    return this.#solve().names.get(person) ?? [person];
  }
  #solve() {
    this.#solved ??= solve(this.#claims, this.#claimants, this.#declared);
    return this.#solved;
  }
};
function isPlaceholder(name) {
  return PLACEHOLDERS.has(name) || SHORT_NUMBER.test(name);
}
function solve(claims, claimants, declared) {
  const groups = new Groups();
  for (const [name, user] of declared)
    groups.join(name, user);
  joinAddresses(groups, claimants, declared);
  const isAnchor = (name) => declared.has(name) || EMAIL.test(name);
  const loose = [...claims.keys()].filter((name) => !isAnchor(name)).sort();
  joinLoose(groups, claims, loose, isAnchor);
  return named(groups, claims, declared);
}
function joinAddresses(groups, claimants, declared) {
  const chains = new Groups();
  for (const [name, user] of declared)
    chains.join(name, user);
  const open = new Map(claimants);
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const [address, holders] of open) {
      const [first, ...others] = [...new Set([...holders].map((holder) => chains.find(holder)))];
      if (first === void 0 || others.length > 0)
        continue;
      chains.join(address, first);
      open.delete(address);
    }
  }
  const users = /* @__PURE__ */ new Map();
  for (const user of declared.values())
    entry(users, chains.find(user)).add(user);
  for (const [address, holders] of claimants) {
    if (open.has(address) || (users.get(chains.find(address))?.size ?? 0) > 1)
      continue;
    for (const holder of holders)
      groups.join(address, holder);
  }
}
function joinLoose(groups, claims, loose, isAnchor) {
  const personsOf = (name) => {
    const persons = /* @__PURE__ */ new Set();
    for (const other of claims.get(name) ?? [])
      if (isAnchor(other))
        persons.add(groups.find(other));
    return persons;
  };
  const direct = new Map(loose.map((name) => [name, personsOf(name)]));
  const clear = loose.filter((name) => (direct.get(name)?.size ?? 0) <= 1);
  const clusters = new Groups();
  for (const name of clear) {
    for (const other of claims.get(name) ?? [])
      if ((direct.get(other)?.size ?? 2) <= 1)
        clusters.join(name, other);
  }
  const reached = /* @__PURE__ */ new Map();
  for (const name of clear) {
    const persons = entry(reached, clusters.find(name));
    for (const person of direct.get(name) ?? [])
      persons.add(person);
  }
  for (const name of clear) {
    const torn = (reached.get(clusters.find(name))?.size ?? 0) > 1;
    const [person] = direct.get(name) ?? [];
    if (person !== void 0)
      groups.join(name, person);
    if (!torn)
      groups.join(name, clusters.find(name));
  }
}
function named(groups, claims, declared) {
  const members = /* @__PURE__ */ new Map();
  for (const name of [...claims.keys()].sort()) {
    const group = groups.find(name);
    const list = members.get(group);
    if (list === void 0)
      members.set(group, [name]);
    else
      list.push(name);
  }
  const persons = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  for (const list of members.values()) {
    const user = list.map((name) => declared.get(name)).find((known) => known !== void 0);
    const person = user ?? list.find((name) => EMAIL.test(name)) ?? list[0] ?? "";
    for (const name of list)
      persons.set(name, person);
    names.set(person, [person, ...list.filter((name) => name !== person)]);
  }
  return { persons, names };
}
function entry(sets, key) {
  const known = sets.get(key);
  if (known !== void 0)
    return known;
  const made = /* @__PURE__ */ new Set();
  sets.set(key, made);
  return made;
}

// dist/src/hunt/people.js
var People = class {
  #identities;
  #context;
  #profiles = /* @__PURE__ */ new Map();
  #firstDays = /* @__PURE__ */ new Map();
  #cache = /* @__PURE__ */ new Map();
  #declared = /* @__PURE__ */ new Map();
  constructor(ledger, context) {
    this.#context = context;
    this.#identities = new Identities();
    for (const person of context.people)
      this.#identities.declare(person);
    for (const id of ledger.profiles.keys())
      this.#identities.learn(id, []);
    for (const [id, aliases] of ledger.aliases)
      this.#identities.learn(id, [...aliases]);
    for (const [id, profile] of ledger.profiles)
      this.#join(this.personOf(id), profile);
    for (const [id, profile] of this.#profiles)
      this.#firstDays.set(id, Math.min(...profile.hours.keys()));
  }
  /** The person behind a name that a log used; the name itself where nothing more is known. */
  personOf(name) {
    const known = this.#cache.get(name);
    if (known !== void 0)
      return known;
    const person = this.#identities.personOf(name.toLowerCase());
    this.#cache.set(name, person);
    return person;
  }
  /** All names of a person, the person's own first. */
  namesOf(person) {
    const names = this.#identities.namesOf(person);
    return names.length === 0 ? [person] : names;
  }
  /** What `people.csv` says of a person under any name. */
  declared(person) {
    if (this.#declared.has(person))
      return this.#declared.get(person);
    let found = this.#context.person(person);
    for (const name of this.namesOf(person))
      found ??= this.#context.person(name);
    this.#declared.set(person, found);
    return found;
  }
  profile(person) {
    return this.#profiles.get(person);
  }
  /** First day on which the person was seen anywhere; undefined for somebody who never acted. */
  firstDay(person) {
    return this.#firstDays.get(person);
  }
  /** All people, sorted by id. */
  get all() {
    return [...this.#profiles.keys()].toSorted();
  }
  #join(person, profile) {
    const joined = this.#profiles.get(person);
    if (joined !== void 0) {
      joined.merge(profile);
      return;
    }
    const own = new Profile();
    own.merge(profile);
    this.#profiles.set(person, own);
  }
};

// dist/src/features/country-names.js
var COUNTRIES = [
  "AD AND andorra",
  "AE ARE united arab emirates|uae|emirates",
  "AF AFG afghanistan",
  "AG ATG antigua barbuda",
  "AI AIA anguilla",
  "AL ALB albania",
  "AM ARM armenia",
  "AO AGO angola",
  "AQ ATA antarctica",
  "AR ARG argentina",
  "AS ASM american samoa",
  "AT AUT austria",
  "AU AUS australia",
  "AW ABW aruba",
  "AX ALA aland islands|aland",
  "AZ AZE azerbaijan",
  "BA BIH bosnia herzegovina",
  "BB BRB barbados",
  "BD BGD bangladesh",
  "BE BEL belgium",
  "BF BFA burkina faso",
  "BG BGR bulgaria",
  "BH BHR bahrain",
  "BI BDI burundi",
  "BJ BEN benin",
  "BL BLM st barthelemy",
  "BM BMU bermuda",
  "BN BRN brunei darussalam|brunei",
  "BO BOL bolivia|bolivia plurinational state of|plurinational state of bolivia",
  "BQ BES bonaire sint eustatius saba|caribbean netherlands|bonaire|bonaire st eustatius saba",
  "BR BRA brazil",
  "BS BHS bahamas",
  "BT BTN bhutan",
  "BV BVT bouvet island",
  "BW BWA botswana",
  "BY BLR belarus|byelarus",
  "BZ BLZ belize",
  "CA CAN canada",
  "CC CCK cocos keeling islands|cocos islands|keeling islands",
  "CD COD democratic republic of congo|congo kinshasa|dr congo|congo democratic republic of|congo drc",
  "CF CAF central african republic",
  "CG COG republic of congo|congo|congo brazzaville|congo republic",
  "CH CHE switzerland",
  "CI CIV cote divoire|ivory coast|republic of cote divoire",
  "CK COK cook islands",
  "CL CHL chile",
  "CM CMR cameroon",
  "CN CHN peoples republic of china|china|mainland china|pr china",
  "CO COL colombia",
  "CR CRI costa rica",
  "CU CUB cuba",
  "CV CPV cape verde|cabo verde",
  "CW CUW curacao",
  "CX CXR christmas island",
  "CY CYP cyprus",
  "CZ CZE czech republic|czechia",
  "DE DEU germany",
  "DJ DJI djibouti",
  "DK DNK denmark",
  "DM DMA dominica",
  "DO DOM dominican republic",
  "DZ DZA algeria",
  "EC ECU ecuador",
  "EE EST estonia",
  "EG EGY egypt",
  "EH ESH western sahara",
  "ER ERI eritrea",
  "ES ESP spain",
  "ET ETH ethiopia",
  "FI FIN finland",
  "FJ FJI fiji",
  "FK FLK falkland islands malvinas|falkland islands",
  "FM FSM micronesia federated states of|micronesia|federated states of micronesia",
  "FO FRO faroe islands",
  "FR FRA france",
  "GA GAB gabon",
  "GB GBR united kingdom|great britain|england|scotland|wales|northern ireland|united kingdom of great britain northern ireland",
  "GD GRD grenada",
  "GE GEO georgia",
  "GF GUF french guiana",
  "GG GGY guernsey",
  "GH GHA ghana",
  "GI GIB gibraltar",
  "GL GRL greenland",
  "GM GMB republic of gambia|gambia",
  "GN GIN guinea",
  "GP GLP guadeloupe",
  "GQ GNQ equatorial guinea",
  "GR GRC greece",
  "GS SGS south georgia south sandwich islands|south georgia",
  "GT GTM guatemala",
  "GU GUM guam",
  "GW GNB guinea bissau",
  "GY GUY guyana",
  "HK HKG hong kong|hong kong sar china|hong kong sar",
  "HM HMD heard island mcdonald islands|heard mcdonald islands",
  "HN HND honduras",
  "HR HRV croatia",
  "HT HTI haiti",
  "HU HUN hungary",
  "ID IDN indonesia",
  "IE IRL ireland|republic of ireland",
  "IL ISR israel",
  "IM IMN isle of man",
  "IN IND india",
  "IO IOT british indian ocean territory",
  "IQ IRQ iraq",
  "IR IRN islamic republic of iran|iran|iran islamic republic of",
  "IS ISL iceland",
  "IT ITA italy",
  "JE JEY jersey",
  "JM JAM jamaica",
  "JO JOR jordan|hashemite kingdom of jordan",
  "JP JPN japan",
  "KE KEN kenya",
  "KG KGZ kyrgyzstan|kyrgyz republic",
  "KH KHM cambodia",
  "KI KIR kiribati",
  "KM COM comoros",
  "KN KNA st kitts nevis",
  "KP PRK north korea|korea democratic peoples republic of|democratic peoples republic of korea|korea north",
  "KR KOR south korea|korea republic of|republic of korea|korea|korea south",
  "KW KWT kuwait",
  "KY CYM cayman islands",
  "KZ KAZ kazakhstan",
  "LA LAO lao peoples democratic republic|laos",
  "LB LBN lebanon",
  "LC LCA st lucia",
  "LI LIE liechtenstein",
  "LK LKA sri lanka",
  "LR LBR liberia",
  "LS LSO lesotho",
  "LT LTU lithuania|republic of lithuania",
  "LU LUX luxembourg",
  "LV LVA latvia",
  "LY LBY libya|libyan arab jamahiriya|state of libya",
  "MA MAR morocco",
  "MC MCO monaco",
  "MD MDA moldova republic of|moldova|republic of moldova",
  "ME MNE montenegro",
  "MF MAF st martin french part|st martin",
  "MG MDG madagascar",
  "MH MHL marshall islands",
  "MK MKD republic of north macedonia|north macedonia|macedonia|macedonia former yugoslav republic of",
  "ML MLI mali",
  "MM MMR myanmar|myanmar burma|burma",
  "MN MNG mongolia",
  "MO MAC macao|macao sar china|macau|macao sar|macau sar",
  "MP MNP northern mariana islands",
  "MQ MTQ martinique",
  "MR MRT mauritania",
  "MS MSR montserrat",
  "MT MLT malta",
  "MU MUS mauritius",
  "MV MDV maldives",
  "MW MWI malawi",
  "MX MEX mexico",
  "MY MYS malaysia",
  "MZ MOZ mozambique",
  "NA NAM namibia",
  "NC NCL new caledonia",
  "NE NER niger",
  "NF NFK norfolk island",
  "NG NGA nigeria",
  "NI NIC nicaragua",
  "NL NLD netherlands|netherlands kingdom of|holland",
  "NO NOR norway",
  "NP NPL nepal",
  "NR NRU nauru",
  "NU NIU niue",
  "NZ NZL new zealand",
  "OM OMN oman",
  "PA PAN panama",
  "PE PER peru",
  "PF PYF french polynesia",
  "PG PNG papua new guinea",
  "PH PHL philippines",
  "PK PAK pakistan",
  "PL POL poland",
  "PM SPM st pierre miquelon",
  "PN PCN pitcairn|pitcairn islands|pitcairn island",
  "PR PRI puerto rico",
  "PS PSE state of palestine|palestine|palestinian territories|palestinian territory|palestine state of|palestinian territory occupied|occupied palestinian territory|palestinian authority",
  "PT PRT portugal",
  "PW PLW palau",
  "PY PRY paraguay",
  "QA QAT qatar",
  "RE REU reunion",
  "RO ROU romania",
  "RS SRB serbia|republic of serbia",
  "RU RUS russian federation|russia",
  "RW RWA rwanda",
  "SA SAU saudi arabia",
  "SB SLB solomon islands",
  "SC SYC seychelles",
  "SD SDN sudan",
  "SE SWE sweden",
  "SG SGP singapore",
  "SH SHN st helena|st helena ascension tristan da cunha",
  "SI SVN slovenia",
  "SJ SJM svalbard jan mayen",
  "SK SVK slovakia|slovak republic",
  "SL SLE sierra leone",
  "SM SMR san marino",
  "SN SEN senegal",
  "SO SOM somalia",
  "SR SUR suriname",
  "SS SSD south sudan",
  "ST STP sao tome principe",
  "SV SLV el salvador",
  "SX SXM sint maarten dutch part|sint maarten",
  "SY SYR syrian arab republic|syria",
  "SZ SWZ eswatini|swaziland",
  "TC TCA turks caicos islands",
  "TD TCD chad",
  "TF ATF french southern territories|french southern antarctic lands",
  "TG TGO togo",
  "TH THA thailand",
  "TJ TJK tajikistan",
  "TK TKL tokelau",
  "TL TLS timor leste|east timor",
  "TM TKM turkmenistan",
  "TN TUN tunisia",
  "TO TON tonga",
  "TR TUR turkiye|turkey",
  "TT TTO trinidad tobago",
  "TV TUV tuvalu",
  "TW TWN taiwan province of china|taiwan|republic of china",
  "TZ TZA united republic of tanzania|tanzania|tanzania united republic of",
  "UA UKR ukraine",
  "UG UGA uganda",
  "UM UMI united states minor outlying islands|us outlying islands|us minor outlying islands",
  "US USA united states of america|united states",
  "UY URY uruguay",
  "UZ UZB uzbekistan",
  "VA VAT holy see vatican city state|vatican city|holy see|vatican|vatican city state",
  "VC VCT st vincent grenadines",
  "VE VEN venezuela|venezuela bolivarian republic of|bolivarian republic of venezuela",
  "VG VGB virgin islands british|british virgin islands",
  "VI VIR virgin islands us|us virgin islands|virgin islands|united states virgin islands",
  "VN VNM vietnam|viet nam",
  "VU VUT vanuatu",
  "WF WLF wallis futuna",
  "WS WSM samoa|western samoa",
  "XK XKX kosovo",
  "YE YEM yemen",
  "YT MYT mayotte",
  "ZA ZAF south africa",
  "ZM ZMB zambia",
  "ZW ZWE zimbabwe"
];

// dist/src/features/country.js
var LONGEST = 60;
var PLACEHOLDERS2 = /* @__PURE__ */ new Set([
  "",
  "unknown",
  "none",
  "null",
  "na",
  "n a",
  "not available",
  "unavailable",
  "undefined",
  "private",
  "reserved",
  "xx",
  "zz"
]);
var OTHER_CODES = [
  ["uk", "GB"],
  ["el", "GR"]
];
var BY_NAME = tabulate();
function countryOf(text) {
  const name = foldName(text.slice(0, 4 * LONGEST));
  if (PLACEHOLDERS2.has(name))
    return void 0;
  const code = BY_NAME.get(name);
  if (code !== void 0)
    return code;
  return name.length === 2 ? name.toUpperCase() : name.slice(0, LONGEST);
}
function foldName(text) {
  const plain = text.normalize("NFD").replace(/[\u0300-\u036f'’.]/g, "").toLowerCase();
  const words = [];
  for (const word of plain.split(/[^\p{L}\p{N}]+/u)) {
    if (word === "" || word === "the" || word === "and")
      continue;
    words.push(word === "saint" ? "st" : word);
  }
  return words.join(" ");
}
function tabulate() {
  const table = new Map(OTHER_CODES);
  for (const line of COUNTRIES) {
    const alpha2 = line.slice(0, 2);
    table.set(alpha2.toLowerCase(), alpha2);
    table.set(line.slice(3, 6).toLowerCase(), alpha2);
    for (const name of line.slice(7).split("|"))
      table.set(name, alpha2);
  }
  return table;
}

// dist/src/features/network-prefix.js
var import_ipaddr = __toESM(require_ipaddr(), 1);
var NOWHERE = /* @__PURE__ */ new Set([
  "private",
  "loopback",
  "linkLocal",
  "uniqueLocal",
  "carrierGradeNat",
  "unspecified",
  "broadcast",
  "multicast"
]);
function networkOf(ip) {
  const address = parse(ip);
  if (address === void 0 || NOWHERE.has(address.range()))
    return void 0;
  if (address.kind() === "ipv4") {
    const [first, second] = address.toByteArray();
    return `${first}.${second}.0.0/16`;
  }
  const site = new import_ipaddr.default.IPv6([...address.toByteArray().slice(0, 6), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  return `${site.toRFC5952String()}/48`;
}
function parse(ip) {
  if (ip.length > 64)
    return void 0;
  if (import_ipaddr.default.IPv4.isValidFourPartDecimal(ip))
    return import_ipaddr.default.IPv4.parse(ip);
  if (!ip.includes(":") || !import_ipaddr.default.IPv6.isValid(ip))
    return void 0;
  const address = import_ipaddr.default.IPv6.parse(ip);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

// dist/src/hunt/columns.js
var Column = class _Column {
  #cells;
  #length = 0;
  constructor(cells) {
    this.#cells = cells;
  }
  static doubles() {
    return new _Column(new Float64Array(1024));
  }
  static integers() {
    return new _Column(new Uint32Array(1024));
  }
  static bytes() {
    return new _Column(new Uint8Array(1024));
  }
  push(value) {
    if (this.#length === this.#cells.length) {
      const Cells = this.#cells.constructor;
      const larger = new Cells(this.#length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[this.#length] = value;
    this.#length += 1;
  }
  at(row) {
    return this.#cells[row] ?? 0;
  }
  get length() {
    return this.#length;
  }
};
var Dictionary = class {
  #ids = /* @__PURE__ */ new Map();
  #texts = [""];
  /** The text's number; a new one for a new text. */
  id(text) {
    if (text === void 0 || text === "")
      return 0;
    const known = this.#ids.get(text);
    if (known !== void 0)
      return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    return id;
  }
  /** The number of a text that is known, or undefined. */
  find(text) {
    return this.#ids.get(text);
  }
  /** The text; undefined for 0. */
  text(id) {
    return id === 0 ? void 0 : this.#texts[id];
  }
  get size() {
    return this.#texts.length;
  }
};

// dist/src/hunt/ledger.js
var ALWAYS_KEPT = ["login", "login.failed", "session.anomaly"];
var ACTOR_TYPES = ["user", "service", "app", "system"];
var OK = 1;
var NOT_OK = 2;
var PROXY = 4;
var RESTRICTED = 8;
var PUBLIC = 16;
var EXTERNAL = 32;
var PRIVILEGED = 64;
var Ledger = class {
  texts = new Dictionary();
  files = [];
  /** Actor id (as the log names it, lower case) → profile. */
  profiles = /* @__PURE__ */ new Map();
  /** Pairs `primary` → other ids that one record gave for one actor or target. */
  aliases = /* @__PURE__ */ new Map();
  /** Platform → day → events, `other` included. */
  days = /* @__PURE__ */ new Map();
  /** Platform → activity → events. */
  heard = /* @__PURE__ */ new Map();
  /** Display names: the lexicographically first one that was met for an actor. */
  names = /* @__PURE__ */ new Map();
  appNames = /* @__PURE__ */ new Map();
  /** Actor ids that pushed code: developers, as far as this evidence tells. */
  pushers = /* @__PURE__ */ new Set();
  first = Number.POSITIVE_INFINITY;
  last = Number.NEGATIVE_INFINITY;
  #kept;
  #geography;
  #time = Column.doubles();
  #activity = Column.bytes();
  #platform = Column.bytes();
  #actorType = Column.bytes();
  #flags = Column.bytes();
  #operation = Column.integers();
  #actor = Column.integers();
  #app = Column.integers();
  #target = Column.integers();
  #targetType = Column.integers();
  #ip = Column.integers();
  #network = Column.integers();
  #country = Column.integers();
  #client = Column.integers();
  #token = Column.integers();
  #session = Column.integers();
  #device = Column.integers();
  #items = Column.doubles();
  #file = Column.integers();
  #record = Column.integers();
  #offset = Column.doubles();
  #length = Column.integers();
  #tie = Column.doubles();
  #ids = [];
  #details = [];
  /** In the order of ATTRIBUTES. */
  #attributeColumns = [this.#network, this.#country, this.#client, this.#app, this.#token, this.#device];
  #networks = /* @__PURE__ */ new Map();
  #clients = /* @__PURE__ */ new Map();
  #places = /* @__PURE__ */ new Map();
  constructor(heard, geography) {
    this.#kept = /* @__PURE__ */ new Set([...ALWAYS_KEPT, ...heard]);
    this.#geography = geography;
  }
  /** Takes in one event. `tie` orders events of the same millisecond by their content, never by arrival. */
  hear(event, place, tie) {
    if (!isPlausible(event.time))
      return;
    const day = dayOf(event.time);
    count(this.days, event.platform, day);
    count(this.heard, event.platform, event.activity);
    if (event.time < this.first)
      this.first = event.time;
    if (event.time > this.last)
      this.last = event.time;
    this.#learnNames(event);
    if (event.activity === "other")
      return;
    const attributes = this.#attributes(event);
    if (event.activity === "repo.push" && event.actor !== void 0)
      this.pushers.add(event.actor.id);
    if (event.actor !== void 0)
      this.#learnProfile(event.actor.id, event.time, day, attributes);
    if (this.#kept.has(event.activity))
      this.#keep(event, place, tie, attributes);
  }
  /** Number of rows kept. */
  get rows() {
    return this.#time.length;
  }
  /** Row numbers by time, then by content: the same for the same evidence in whatever order it came. */
  sorted() {
    const order = Uint32Array.from({ length: this.rows }, (_, row) => row);
    return order.sort((a, b) => this.#time.at(a) - this.#time.at(b) || this.#tie.at(a) - this.#tie.at(b));
  }
  time(row) {
    return this.#time.at(row);
  }
  activity(row) {
    return ACTIVITIES[this.#activity.at(row)] ?? "other";
  }
  platform(row) {
    return PLATFORMS[this.#platform.at(row)] ?? "okta";
  }
  actor(row) {
    return this.texts.text(this.#actor.at(row)) ?? "";
  }
  app(row) {
    return this.texts.text(this.#app.at(row));
  }
  target(row) {
    return this.texts.text(this.#target.at(row));
  }
  operation(row) {
    return this.texts.text(this.#operation.at(row)) ?? "";
  }
  items(row) {
    return this.#items.at(row);
  }
  ip(row) {
    return this.texts.text(this.#ip.at(row));
  }
  /** Value id of an attribute (index into ATTRIBUTES) of a row; 0 where absent. */
  value(row, attribute) {
    return this.#attributeColumns[attribute]?.at(row) ?? 0;
  }
  proxy(row) {
    return (this.#flags.at(row) & PROXY) !== 0;
  }
  failed(row) {
    return (this.#flags.at(row) & NOT_OK) !== 0;
  }
  place(row) {
    return {
      file: this.#file.at(row),
      record: this.#record.at(row),
      offset: this.#offset.at(row),
      length: this.#length.at(row),
      id: this.#ids[row]
    };
  }
  /** The row as analytics see it. `person` gives the joined identity of an actor id. */
  event(row, person) {
    const flags = this.#flags.at(row);
    const text = (column) => this.texts.text(column.at(row));
    return {
      time: this.#time.at(row),
      platform: this.platform(row),
      activity: this.activity(row),
      operation: this.operation(row),
      actor: person(this.actor(row)),
      actorType: ACTOR_TYPES[this.#actorType.at(row)] ?? "user",
      app: text(this.#app),
      target: text(this.#target),
      targetType: text(this.#targetType),
      network: text(this.#network),
      ip: text(this.#ip),
      country: text(this.#country),
      client: text(this.#client),
      token: text(this.#token),
      session: text(this.#session),
      device: text(this.#device),
      items: this.#items.at(row),
      ok: (flags & OK) !== 0 ? true : (flags & NOT_OK) !== 0 ? false : void 0,
      proxy: (flags & PROXY) !== 0,
      restricted: (flags & RESTRICTED) !== 0 ? true : (flags & PUBLIC) !== 0 ? false : void 0,
      external: (flags & EXTERNAL) !== 0,
      privileged: (flags & PRIVILEGED) !== 0,
      details: this.#details[row] ?? NO_DETAILS
    };
  }
  #keep(event, place, tie, attributes) {
    this.#time.push(event.time);
    this.#activity.push(ACTIVITIES.indexOf(event.activity));
    this.#platform.push(PLATFORMS.indexOf(event.platform));
    this.#actorType.push(ACTOR_TYPES.indexOf(event.actor?.type ?? "user"));
    this.#flags.push(flagsOf(event));
    this.#operation.push(this.texts.id(event.operation));
    this.#actor.push(this.texts.id(event.actor?.id));
    this.#target.push(this.texts.id(event.target?.id));
    this.#targetType.push(this.texts.id(event.target?.type));
    this.#ip.push(this.texts.id(event.ip));
    this.#session.push(this.texts.id(event.session));
    const [network = 0, country = 0, client = 0, app = 0, token = 0, device = 0] = attributes;
    this.#network.push(network);
    this.#country.push(country);
    this.#client.push(client);
    this.#app.push(app);
    this.#token.push(token);
    this.#device.push(device);
    this.#items.push(Math.max(1, event.items ?? 1));
    this.#file.push(place.file);
    this.#record.push(place.record);
    this.#offset.push(place.offset);
    this.#length.push(place.length);
    this.#tie.push(tie);
    this.#ids.push(event.ref.id);
    this.#details.push(detailsOf(event));
  }
  // In the order of ATTRIBUTES.
  #attributes(event) {
    return [
      this.#networkId(event.ip),
      this.texts.id(this.#countryName(event)),
      this.#clientId(event),
      this.texts.id(event.app?.id),
      this.texts.id(event.token),
      this.texts.id(event.device)
    ];
  }
  #networkId(ip) {
    if (ip === void 0)
      return 0;
    const known = this.#networks.get(ip);
    if (known !== void 0)
      return known;
    const id = this.texts.id(networkOf(ip));
    this.#networks.set(ip, id);
    return id;
  }
  #countryName(event) {
    if (event.country !== void 0)
      return countryOf(event.country);
    if (event.ip === void 0 || this.#geography === void 0)
      return void 0;
    if (!this.#places.has(event.ip))
      this.#places.set(event.ip, { country: this.#geography.lookup(event.ip)?.country });
    return this.#places.get(event.ip)?.country;
  }
  #clientId(event) {
    if (event.userAgent === void 0)
      return 0;
    const known = this.#clients.get(event.userAgent);
    if (known !== void 0)
      return known;
    const id = this.texts.id(clientFamily(event.userAgent));
    this.#clients.set(event.userAgent, id);
    return id;
  }
  #learnProfile(actor, time, day, attributes) {
    let profile = this.profiles.get(actor);
    if (profile === void 0) {
      profile = new Profile();
      this.profiles.set(actor, profile);
    }
    profile.active(time);
    for (let index = 0; index < attributes.length; index += 1)
      profile.value(index, attributes[index] ?? 0, day);
  }
  #learnNames(event) {
    const { actor, target, app } = event;
    if (actor !== void 0) {
      keepFirst(this.names, actor.id, actor.name);
      this.#learnAliases(actor.id, actor.aliases, actor.email);
    }
    if (target?.type === "user" || target?.type === "mailbox") {
      this.#learnAliases(target.id.toLowerCase(), target.aliases, void 0);
      keepFirst(this.names, target.id.toLowerCase(), target.name);
    }
    if (app !== void 0)
      keepFirst(this.appNames, app.id, app.name);
  }
  #learnAliases(id, aliases, email) {
    if (aliases === void 0 && (email === void 0 || email === id))
      return;
    let known = this.aliases.get(id);
    if (known === void 0) {
      known = /* @__PURE__ */ new Set();
      this.aliases.set(id, known);
    }
    for (const alias of aliases ?? [])
      if (alias !== id)
        known.add(alias.toLowerCase());
    if (email !== void 0 && email !== id)
      known.add(email);
  }
};
var NO_DETAILS = {};
function detailsOf(event) {
  if (event.scopes === void 0 && event.tokenKind === void 0)
    return event.details;
  return {
    ...event.details,
    ...event.scopes !== void 0 && { scopes: event.scopes.join(" ") },
    ...event.tokenKind !== void 0 && { tokenKind: event.tokenKind }
  };
}
function flagsOf(event) {
  return (event.ok === true ? OK : 0) | (event.ok === false ? NOT_OK : 0) | (event.proxy === true ? PROXY : 0) | (event.restricted === true ? RESTRICTED : 0) | (event.restricted === false ? PUBLIC : 0) | (event.external === true ? EXTERNAL : 0) | (event.privileged === true ? PRIVILEGED : 0);
}
function count(table, outer, inner) {
  let counts = table.get(outer);
  if (counts === void 0) {
    counts = /* @__PURE__ */ new Map();
    table.set(outer, counts);
  }
  counts.set(inner, (counts.get(inner) ?? 0) + 1);
}
function keepFirst(names, id, name) {
  if (name === void 0)
    return;
  const known = names.get(id);
  if (known === void 0 || name < known)
    names.set(id, name);
}

export {
  emptyContext,
  People,
  Ledger
};
