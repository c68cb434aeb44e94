/** The page's texts in German. */
import { counted, number } from "../language";
import type { Texts } from "./en";

const snippets = (count: number) => counted(count, "Ausschnitt", "Ausschnitte");
const ofSnippets = (count: number) => counted(count, "Ausschnitt", "Ausschnitten"); // after "von"

export const de: Texts = {
  common: {
    tab: (view) => `${view} · Flickbook`,
    cancel: "Abbrechen",
    remove: "Löschen",
    removeNamed: (title) => `${title} löschen`,
    retry: "Noch einmal",
    retryNamed: (title) => `${title} noch einmal versuchen`,
    snippets,
    waiting: "In der Warteschlange",
    cancelled: "Abgebrochen",
    refused: "Aus diesem Video lassen sich keine Bilder machen",
    progress: (done, total) =>
      done === 0 ? "Die ersten Bilder entstehen" : `${number(done)} von ${ofSnippets(total)} fertig`,
    failures: (failed, total) => `${number(failed)} von ${ofSnippets(total)} fehlgeschlagen`,
    speed: (speed) => `${number(speed, 1)}× Echtzeit`,
    left: (time) => `noch ${time}`,
    range: (start, end) => `${start} bis ${end}`,
  },
  app: {
    skip: "Zum Inhalt springen",
    navigation: "Hauptmenü",
    unlock: "Entsperren",
  },
  library: {
    title: "Bibliothek",
    videos: "Videos",
    notFound: (search) => `Kein Video hat „${search}“ im Namen.`,
    empty: "Hier ist noch kein Video. Entsperre das Hochladen, um das erste hinzuzufügen.",
    more: "Mehr laden",
    removed: (title) => `${title} ist gelöscht`,
  },
  locked: {
    tab: "Gesperrt",
    title: "Diese Bibliothek ist gesperrt",
  },
  open: {
    link: "Öffnen",
    title: "Adresse öffnen",
    intro:
      "Zeigt die Bilder eines Videos, wo immer sie liegen: in jedem Bucket oder Ordner im Web. Nichts wird hochgeladen.",
    copy: "Link kopieren",
    copied: "Kopiert",
    linkCopied: "Link kopiert",
    opened: (name) => `${name} ist geöffnet`,
    lengthUnknown: "Gib die Länge des Videos an: Weder ein Manifest noch das Video nennt sie.",
  },
  openForm: {
    other: "Etwas anderes öffnen",
    open: "Öffnen",
    video: { label: "URL des Videos", hint: "Optional: Ohne sie gibt es nur die Bilder." },
    base: { label: "Basis-URL der Bilder", hint: "Der Ordner mit film-0.gif und film-0-frame-0.jpg." },
    bucket: { label: "oder S3-Bucket", hint: "Falls keine Basis-URL angegeben ist." },
    name: { label: "Name im Bucket", hint: "Wenn leer: der Name des Videos." },
    snippet: { label: "Länge eines Ausschnitts", hint: "In Sekunden; wenn leer: 30." },
    length: { label: "Länge des Videos", hint: "In Sekunden; wenn leer: aus Manifest oder Video gelesen." },
  },
  address: {
    base: "Gib an, wo die Bilder liegen: die URL ihres Ordners oder einen Bucket.",
    bucket: "Der Name eines Buckets besteht aus Kleinbuchstaben, Ziffern, Punkten und Bindestrichen.",
    name: "Gib den Namen des Videos im Bucket oder seine URL an.",
    notAnAddress: "Das ist keine Webadresse.",
    onlyHttp: "Nur Adressen mit http und https werden geöffnet.",
    folder: "Gib den Ordner mit den Bildern eines Videos an, zum Beispiel https://host/film/.",
    wholeSeconds: "Gib ganze Sekunden an.",
    seconds: "Gib eine Zahl von Sekunden über 0 an.",
  },
  upload: {
    title: "Hochladen",
    uploads: "Uploads",
    unfinished: "Nicht fertig",
    continue: "Wähle dieselbe Datei noch einmal aus oder zieh sie hierher: Der Upload läuft dort weiter, wo er stand.",
    discard: "Verwerfen",
    discardNamed: (file) => `${file} verwerfen`,
  },
  uploadItem: {
    share: (sent, size) => `${sent} von ${size}`,
    speed: (size) => `${size}/s`,
    queued: "In der Warteschlange",
    received: "Hochgeladen",
    paused: "Angehalten",
    refused: "Nicht hochgeladen",
    stopped: "Unterbrochen",
    pause: (file) => `${file} anhalten`,
    resume: "Fortsetzen",
    resumeNamed: (file) => `${file} fortsetzen`,
    cancel: (file) => `${file} abbrechen`,
    clear: (file) => `${file} aus dieser Liste entfernen`,
    bar: (file) => `Upload von ${file}`,
  },
  sameName: {
    taken: (name) => `Ein Video namens „${name}“ gibt es schon. Benenne deins um, ersetze das andere oder öffne es.`,
    label: "Neuer Name",
    rename: "So hochladen",
    replace: "Ersetzen …",
    open: "Öffnen",
    question: (name) => `„${name}“ ersetzen?`,
    confirm: "Ersetzen",
    effect:
      "Das Video, das jetzt so heißt, und seine Bilder werden gelöscht, sobald deins ganz hochgeladen ist. " +
      "Das lässt sich nicht rückgängig machen.",
  },
  queue: {
    notAVideo: (file, suffixes) =>
      `${file} endet nicht wie ein Video (${suffixes}). Wähle ein Video oder benenne die Datei um.`,
    tooLarge: (file, size, limit) => `${file} hat ${size}, und dieser Dienst nimmt höchstens ${limit} an.`,
    empty: (file) => `${file} ist leer. Wähle eine andere Datei.`,
    uploaded: (file) => `${file} ist hochgeladen`,
    failed: (file, error) => `${file} wurde nicht hochgeladen: ${error}`,
    unreachable: "Der Dienst ist nicht erreichbar. Prüfe, ob er läuft, und setze den Upload dann fort.",
    broken: "Die Verbindung ist abgerissen. Prüfe das Netz und setze den Upload dann fort: Was ankam, bleibt erhalten.",
  },
  filePicker: {
    drop: "Zieh Videos irgendwo auf diese Seite",
    kinds: (suffixes, limit) => `oder wähle sie aus: ${suffixes}, bis zu ${limit} je Datei`,
    others: (suffixes) => `${suffixes} und andere`,
    choose: "Videos auswählen",
    label: "Videos zum Hochladen",
  },
  dropTarget: {
    drop: "Loslassen, um die Videos hochzuladen",
  },
  watch: {
    tab: "Ansehen",
    gone: "Es gibt kein Video mit diesem Namen. Vielleicht wurde es gelöscht.",
    cancelled: "Abgebrochen. Was fertig ist, bleibt.",
    cancelledRetry: "Abgebrochen. Was fertig ist, bleibt; „Noch einmal“ macht den Rest.",
    lost: (seconds) => `Die Datei endet ${number(seconds, 1)} s früher, als ihr Kopf angibt.`,
  },
  removal: {
    title: (name) => `„${name}“ löschen?`,
    effect:
      "Die Bilder werden gelöscht, und auch das Video selbst, wenn es im Speicher dieses Dienstes liegt, wie alles " +
      "Hochgeladene. Das lässt sich nicht rückgängig machen.",
    keep: "Behalten",
  },
  making: {
    complete: "Alle Bilder sind fertig",
    partial: (done, total, failed) =>
      `${number(done)} von ${ofSnippets(total)} fertig, ${number(failed)} fehlgeschlagen`,
    watch: "Ansehen",
    snippets: "Ausschnitte, wie sie entstehen",
    bar: "Fertige Ausschnitte",
  },
  videoCard: {
    making: (title) => `Bilder von ${title}`,
    cancelled: (done, total) => `Abgebrochen, ${number(done)} von ${ofSnippets(total)} fertig`,
    preview: (title) => `Vorschau von ${title} abspielen`,
  },
  videoFacts: {
    frameRate: (rate) => `${number(rate, 2)} Bilder/s`,
  },
  player: {
    video: (title) => `Video: ${title}`,
    speed: "Geschwindigkeit",
    cannotPlay: "Dieser Browser kann das Video nicht abspielen oder nicht erreichen.",
    snippets: "Ausschnitte",
  },
  everySecond: {
    title: "Sekunde für Sekunde",
    second: (second, clock) => `Sekunde ${number(second)} · ${clock}`,
    still: "Standbild dieser Sekunde",
    gif: "GIF ihres Ausschnitts",
    slider: "Sekunde des Videos",
    value: (second, clock) => `Sekunde ${number(second)}, ${clock}`,
  },
  freezeFrame: {
    alt: (second) => `Standbild von Sekunde ${number(second)}`,
    waiting: (second) => `Sekunde ${number(second)} ist noch nicht fertig`,
    failed: (second) => `Sekunde ${number(second)} ist fehlgeschlagen`,
    missing: (second) => `Es gibt kein Standbild von Sekunde ${number(second)}`,
  },
  snippetGif: {
    moving: (start, end, second) => `Bewegter Ausschnitt ${start} bis ${end} mit Sekunde ${number(second)}`,
    still: (start, end, second) => `Standbild des Ausschnitts ${start} bis ${end} mit Sekunde ${number(second)}`,
    waiting: (second) => `Noch kein GIF von Sekunde ${number(second)}`,
    missing: (second) => `Kein GIF von Sekunde ${number(second)}`,
    play: "GIF abspielen",
  },
  snippetCell: {
    done: (times) => `Ausschnitt ${times}`,
    waiting: (times) => `Ausschnitt ${times}, noch nicht fertig`,
    failed: (times, error) => `Ausschnitt ${times} ist fehlgeschlagen: ${error}`,
  },
  search: {
    label: "Videos nach Namen suchen",
    placeholder: "Suchen",
  },
  token: {
    title: "Hochladen und Ändern entsperren",
    label: "Token",
    hint: "Der Dienst zeigt es beim Start als Teil der Adresse. Es gilt, bis du diesen Tab schließt.",
    wrong: "Der Dienst nimmt dieses Token nicht an. Das richtige hat er beim Start gezeigt.",
    unlock: "Entsperren",
  },
  cluster: {
    title: "Cluster",
    unreachable: "nicht erreichbar",
    workers: "Worker",
    noWorkers: "keine Worker",
    summary: (workers, busy, slots) =>
      `${counted(workers, "Worker", "Worker")}, ${number(busy)} von ${counted(slots, "Platz", "Plätzen")} belegt`,
    waiting: (count) => `${number(count)} in der Warteschlange`,
    dead: (count) => `${number(count)} aufgegeben`,
    start: "Niemand bearbeitet die Warteschlange. Starte einen Worker:",
    worker: (index) => `Worker ${number(index)}`,
    busy: (busy, slots) => `${number(busy)} von ${counted(slots, "Platz", "Plätzen")} belegt`,
    job: (start, end, time) => `${start} bis ${end}, seit ${time}`,
    givenUp: "Aufgegeben",
    again: "Noch einmal senden",
    sent: (count) => `${number(count)} noch einmal gesendet`,
    attempts: (count) => counted(count, "Versuch", "Versuche"),
  },
  service: {
    says: (message) => `Der Dienst meldet: ${message}`,
    status: (status) =>
      `Der Dienst hat mit Status ${status} geantwortet. Versuch es noch einmal oder sieh in sein Protokoll.`,
    unreachable: "Der Dienst ist nicht erreichbar. Prüfe, ob er läuft, und versuch es dann noch einmal.",
  },
  players: {
    tab: "Flickbook: ein Film, sechs Player",
    title: "Ein Film, sechs Player",
    intro:
      "Gib einen Film und sein Storyboard an und zeig dann auf die Zeitleisten der Player (Video.js zeigt seine, " +
      "sobald es spielt). dash.js braucht eine MPD des Films, in der die Kacheln stehen. Neben jedem Player steht " +
      "alles, was er braucht.",
    film: "Film",
    storyboard: "Storyboard",
    mpd: "MPD (optional)",
    show: "Zeigen",
    notAnAddress: (address) =>
      `„${address}“ ist keine http- oder https-Adresse und auch keine relativ zu dieser Seite.`,
    needsMpd: (player) => `${player} braucht eine MPD. Gib oben ihre Adresse an.`,
    notStarted: (player, error) => `${player} ist nicht gestartet. ${error}`,
    noStoryboard: (address, status) => `Kein Storyboard unter ${address}: Der Server antwortet mit ${status}.`,
    noAnswer: (address) =>
      `Kein Storyboard unter ${address}: Es kommt keine Antwort, oder der Server erlaubt diese Seite nicht (CORS).`,
  },
};
