import { wordSet } from "./words.js";

/** Domains that are no ordinary words: a name of two parts is a host, wherever in it the domain is. */
const DOMAINS = wordSet(`com net org edu gov mil io biz onion arpa
  local lan internal intranet corp localdomain localhost svc fritz`);

/** Domains of countries, but for those that are words or file extensions; they are at the end of a name. */
const COUNTRIES = wordSet(`ae ar au bg br ca ch cl cn co cz de dk ee es eu fi fr gr hk hr hu ie il ir ke kr kz lt lu lv ma mx ng nl
  nz pe ph pk pl pt ro ru se sg si sk th tr tw ua uk uy uz vn za jp`);

/** Domains that are words as well: a name of three parts that ends in one is a host. */
const WORD_DOMAINS = wordSet(`ai app art blog box chat cloud club co dev digital example games global group home host info invalid
  link live me media network news one online page pro pub run sh shop site space store studio systems team tech test to tools top tv
  website wiki work works world xyz zone cc id in is it at be my no us vip fun name mobi social`);

const MACHINES = wordSet("localhost macbook imac thinkpad raspberrypi iphone ipad ideapad chromebook airpods xn");
const NAMED_BY_SETUP = /(?<![A-Za-z0-9])(?:desktop|laptop|win)-(?=[A-Za-z0-9]{7})[A-Za-z]*\d/i;

/** What servers are called before a number with a leading zero: `db01`, `web-02`, `vm-prod-eu-001`. */
const SERVERS = wordSet(`app backup bastion build cache db dc dns esx esxi fs ftp fw gpu gw host kafka ldap log mail master mongo mx
  mysql nas node ns pg prod proxy proxmox pve redis relay router server smtp sql srv staging stor switch vm vpn vps web worker ws`);
const SERVER_NUMBER = /^([A-Za-z]*)0\d{1,2}$/;

const EXTENSIONS = wordSet(`7z avi bak bash bat bmp bz2 cer cfg cjs cmd conf crt csr css csv db dll doc docx dylib env exe flac
  gif gz heic htm html ics ini ipynb iso jar java jks jpeg jpg json json5 jsonl jsx kdbx kt log lua m4a md mjs mkv mov mp3 mp4 mpeg
  ndjson odt ogg old opus ovpn p12 pcap pdf pem pfx php pid plist png ppk ppt pptx ps1 py pyc rar rb rtf sh sock sql sqlite
  sqlite3 svg swp tar tgz tiff tmp toml ts tsv tsx txt vcf wav webm webp xls xlsx xml xz yaml yml zip zsh zst`);
const WELL_KNOWN = wordSet("id_rsa id_dsa id_ecdsa id_ed25519 authorized_keys known_hosts passwd htpasswd");
const PATH = /^(?:[a-z]:|(?:file|mailto|tel|sips?|smb|xmpp|etc|home|users|var|tmp|mnt|opt|usr|volumes):[^])/i;
const DOTTED_PATH = /^(?:home|etc|var|usr|mnt)(?:\.[\w-]+){2}/i;
const HIDDEN_FILE = /(?<![\w.-])\.[a-z]/i;
const LAST_OF_DOTTED = /(?<=[\w-])\.([\w-]+)(?=:|$)/g;

/** A format behind a protocol that is itself behind a name, as in `gateway.http.json`, is that of a message. */
const MEDIA_TYPE = /[^]\.(?:https?|wss?|rpc|sse)$/i;

const has = (set, text) => set.has(text.toLowerCase());

function isHostName(dotted) {
  const parts = dotted.split(".");
  const last = parts.at(-1);
  return (
    parts.slice(1).some((part) => has(DOMAINS, part)) ||
    (parts.length > 1 && has(COUNTRIES, last)) ||
    (parts.length > 2 && has(WORD_DOMAINS, last))
  );
}

/** A word that only machines are called, or a server's number, which may be some dashes behind its name. */
function hasMachine(label) {
  let server = false;
  for (const [, word, separator] of label.matchAll(/([A-Za-z0-9]*)([^A-Za-z0-9]|$)/g)) {
    const number = SERVER_NUMBER.exec(word);
    if (has(MACHINES, word) || (number && (number[1] === "" ? server : has(SERVERS, number[1])))) return true;
    server = separator === "-" && (server || has(SERVERS, word));
  }
  return NAMED_BY_SETUP.test(label);
}

/** Tells whether a label is a mail address that is written out: `jane-at-example-com`. */
function isMail(label) {
  const domain = /[_.:-]at[_.:-]+[a-z0-9](?:[^]*[_.:-])?(?<=[_.:-])([a-z0-9]+)$/i.exec(label)?.[1] ?? "";
  return has(DOMAINS, domain) || has(COUNTRIES, domain);
}

/** Tells whether a label is or has the name of a host. */
export const hasHost = (label) => (label.match(/[\w-]+(?:\.[\w-]+)+/g) ?? []).some(isHostName) || hasMachine(label) || isMail(label);

/** Tells whether a label is or has the name of a file, or begins like a path. */
export const hasFile = (label) =>
  PATH.test(label) ||
  DOTTED_PATH.test(label) ||
  HIDDEN_FILE.test(label) ||
  [...label.matchAll(LAST_OF_DOTTED)].some(
    ({ 1: extension, index }) => has(EXTENSIONS, extension) && !MEDIA_TYPE.test(label.slice(0, index)),
  ) ||
  (label.match(/\w+/g) ?? []).some((word) => has(WELL_KNOWN, word));
