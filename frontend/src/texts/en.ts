/** The page's texts in English, by the part of the page that shows them. */
import { counted, number } from "../language";

const snippets = (count: number) => counted(count, "snippet", "snippets");

export const en = {
  common: {
    /** The title of the tab. */
    tab: (view: string) => `${view} · Flickbook`,
    cancel: "Cancel",
    remove: "Delete",
    removeNamed: (title: string) => `Delete ${title}`,
    retry: "Retry",
    retryNamed: (title: string) => `Retry ${title}`,
    snippets,
    waiting: "Waiting its turn",
    cancelled: "Cancelled",
    refused: "No pictures can be made of this video",
    progress: (done: number, total: number) =>
      done === 0 ? "Making its first pictures" : `${number(done)} of ${snippets(total)} made`,
    failures: (failed: number, total: number) => `${number(failed)} of ${snippets(total)} failed`,
    speed: (speed: number) => `${number(speed, 1)}× real time`,
    left: (time: string) => `${time} left`,
    range: (start: string, end: string) => `${start} to ${end}`,
  },
  app: {
    skip: "Skip to content",
    navigation: "Main",
    unlock: "Unlock",
  },
  library: {
    title: "Library",
    videos: "Videos",
    notFound: (search: string) => `No video has “${search}” in its name.`,
    empty: "There is no video yet. Unlock uploads to add the first.",
    more: "Load more",
    removed: (title: string) => `${title} is deleted`,
  },
  locked: {
    tab: "Locked",
    title: "This library is locked",
  },
  open: {
    link: "Open anything",
    title: "Open anything",
    intro: "See a video's pictures wherever they lie, in any bucket or folder on the web. Nothing is uploaded.",
    copy: "Copy link",
    copied: "Copied",
    linkCopied: "Link copied",
    opened: (name: string) => `Opened ${name}`,
    lengthUnknown: "Give the video's length: neither a manifest nor the video says it.",
  },
  openForm: {
    other: "Open something else",
    open: "Open",
    video: { label: "Video URL", hint: "Optional: without it there are the pictures alone." },
    base: { label: "Base URL of the pictures", hint: "The folder that holds film-0.gif and film-0-frame-0.jpg." },
    bucket: { label: "or S3 bucket", hint: "If no base URL is given." },
    name: { label: "Name in the bucket", hint: "The video's own, if left empty." },
    snippet: { label: "Snippet size", hint: "Seconds; 30 if left empty." },
    length: { label: "Video length", hint: "Seconds; read from manifest or video if left empty." },
  },
  address: {
    base: "Say where the pictures lie: the URL of their folder, or a bucket.",
    bucket: "A bucket's name has lower-case letters, digits, dots and dashes.",
    name: "Give the video's name in the bucket, or its URL.",
    notAnAddress: "This is not a web address.",
    onlyHttp: "Only http and https addresses are opened.",
    folder: "Give the folder of one video's pictures, such as https://host/film/.",
    wholeSeconds: "Give whole seconds.",
    seconds: "Give a number of seconds above 0.",
  },
  upload: {
    title: "Upload",
    uploads: "Uploads",
    unfinished: "Not finished",
    continue: "Choose or drop the same file again, and its upload goes on where it stopped.",
    discard: "Discard",
    discardNamed: (file: string) => `Discard ${file}`,
  },
  uploadItem: {
    share: (sent: string, size: string) => `${sent} of ${size}`,
    speed: (size: string) => `${size}/s`,
    queued: "Queued",
    received: "Uploaded",
    paused: "Paused",
    refused: "Not uploaded",
    stopped: "Stopped",
    pause: (file: string) => `Pause ${file}`,
    resume: "Resume",
    resumeNamed: (file: string) => `Resume ${file}`,
    cancel: (file: string) => `Cancel ${file}`,
    clear: (file: string) => `Clear ${file} from this list`,
    bar: (file: string) => `Upload of ${file}`,
  },
  sameName: {
    taken: (name: string) => `There is a video named “${name}” already. Rename yours, replace that video, or open it.`,
    label: "New name",
    rename: "Upload under this name",
    replace: "Replace it…",
    open: "Open it",
    question: (name: string) => `Replace “${name}”?`,
    confirm: "Replace",
    effect:
      "The video that has this name now and its pictures are deleted once yours is uploaded whole. " +
      "This cannot be undone.",
  },
  queue: {
    notAVideo: (file: string, suffixes: string) =>
      `${file} does not end like a video (${suffixes}). Choose a video, or rename the file.`,
    tooLarge: (file: string, size: string, limit: string) =>
      `${file} has ${size}, and this service accepts at most ${limit}.`,
    empty: (file: string) => `${file} is empty. Choose another file.`,
    uploaded: (file: string) => `${file} is uploaded`,
    failed: (file: string, error: string) => `Uploading ${file} failed: ${error}`,
    unreachable: "The service cannot be reached. Check that it runs, then resume.",
    broken: "The connection broke. Check the network, then resume: what was sent is kept.",
  },
  filePicker: {
    drop: "Drop videos anywhere on this page",
    kinds: (suffixes: string, limit: string) => `or choose them: ${suffixes}, up to ${limit} each`,
    others: (suffixes: string) => `${suffixes} and others`,
    choose: "Choose videos",
    label: "Videos to upload",
  },
  dropTarget: {
    drop: "Drop videos to upload",
  },
  watch: {
    tab: "Watch",
    gone: "There is no video of this name. It may have been deleted.",
    cancelled: "Cancelled. What is made stays.",
    cancelledRetry: "Cancelled. What is made stays; Retry makes the rest.",
    lost: (seconds: number) => `The file ends ${number(seconds, 1)} s before its header says.`,
  },
  removal: {
    title: (name: string) => `Delete “${name}”?`,
    effect:
      "Its pictures are deleted, and so is the video itself if it lies in this service's store, as all uploads do. " +
      "This cannot be undone.",
    keep: "Keep",
  },
  making: {
    complete: "All pictures are made",
    partial: (done: number, total: number, failed: number) =>
      `${number(done)} of ${snippets(total)} made, ${number(failed)} failed`,
    watch: "Watch",
    snippets: "Snippets as they are made",
    bar: "Snippets made",
  },
  videoCard: {
    making: (title: string) => `Making ${title}`,
    cancelled: (done: number, total: number) => `Cancelled, ${number(done)} of ${snippets(total)} made`,
    preview: (title: string) => `Play preview of ${title}`,
  },
  videoFacts: {
    frameRate: (rate: number) => `${number(rate, 2)} frames/s`,
  },
  player: {
    video: (title: string) => `Video: ${title}`,
    speed: "speed",
    cannotPlay: "This browser cannot play the video, or cannot reach it.",
    snippets: "Snippets",
  },
  everySecond: {
    title: "Every second",
    second: (second: number, clock: string) => `second ${number(second)} · ${clock}`,
    still: "Freeze frame of this second",
    gif: "GIF of its snippet",
    slider: "Second of the video",
    value: (second: number, clock: string) => `second ${number(second)}, ${clock}`,
  },
  freezeFrame: {
    alt: (second: number) => `Freeze frame of second ${number(second)}`,
    waiting: (second: number) => `Second ${number(second)} is still to be made`,
    failed: (second: number) => `Second ${number(second)} could not be made`,
    missing: (second: number) => `There is no freeze frame of second ${number(second)}`,
  },
  snippetGif: {
    moving: (start: string, end: string, second: number) =>
      `Animated snippet ${start} to ${end}, which holds second ${number(second)}`,
    still: (start: string, end: string, second: number) =>
      `Still of the snippet ${start} to ${end}, which holds second ${number(second)}`,
    waiting: (second: number) => `No GIF of second ${number(second)} yet`,
    missing: (second: number) => `No GIF of second ${number(second)}`,
    play: "Play GIF",
  },
  snippetCell: {
    done: (times: string) => `Snippet ${times}`,
    waiting: (times: string) => `Snippet ${times}, being made`,
    failed: (times: string, error: string) => `Snippet ${times} failed: ${error}`,
  },
  search: {
    label: "Search videos by name",
    placeholder: "Search",
  },
  token: {
    title: "Unlock uploads and changes",
    label: "Token",
    hint: "The service prints it when it starts, as part of the address to open. It is kept until this tab is closed.",
    wrong: "The service does not accept this token. It printed the right one when it started.",
    unlock: "Unlock",
  },
  cluster: {
    title: "Cluster",
    unreachable: "cannot be reached",
    workers: "Workers",
    noWorkers: "no workers",
    summary: (workers: number, busy: number, slots: number) =>
      `${counted(workers, "worker", "workers")}, ${number(busy)} of ${number(slots)} busy`,
    waiting: (count: number) => `${number(count)} waiting`,
    dead: (count: number) => `${number(count)} given up`,
    start: "Nobody makes what waits. Start a worker:",
    worker: (index: number) => `Worker ${number(index)}`,
    busy: (busy: number, slots: number) => `${number(busy)} of ${number(slots)} busy`,
    job: (start: string, end: string, time: string) => `${start} to ${end}, for ${time}`,
    givenUp: "Given up",
    again: "Send again",
    sent: (count: number) => `${number(count)} sent again`,
    attempts: (count: number) => counted(count, "attempt", "attempts"),
  },
  service: {
    /** What the service says, in English. */
    says: (message: string) => message,
    status: (status: number) => `The service answered with status ${status}. Try again, or look at its log.`,
    unreachable: "The service cannot be reached. Check that it runs, then try again.",
  },
  players: {
    tab: "Flickbook: one film, six players",
    title: "One film, six players",
    intro:
      "Give a film and its storyboard, then point at the players’ time lines (Video.js shows its own once it plays). " +
      "dash.js needs an MPD of the film with the thumbnail tiles in it. Beside each player is all that it needs.",
    film: "Film",
    storyboard: "Storyboard",
    mpd: "MPD (optional)",
    show: "Show",
    notAnAddress: (address: string) =>
      `“${address}” is not an http or https address, nor one relative to this page.`,
    needsMpd: (player: string) => `${player} needs an MPD. Give its address above.`,
    notStarted: (player: string, error: string) => `${player} did not start. ${error}`,
    noStoryboard: (address: string, status: number) =>
      `No storyboard at ${address}: the server answers ${status}.`,
    noAnswer: (address: string) =>
      `No storyboard at ${address}: there is no answer, or its server does not allow this page (CORS).`,
  },
  keys: {
    title: "Keyboard",
    button: "Keyboard",
    hint: "Keyboard shortcuts (?)",
    close: "Close",
    list: [
      [["Space", "K"], "Play or pause"],
      [["←", "→"], "5 seconds back or forward"],
      [["J", "L"], "10 seconds back or forward"],
      [[",", "."], "One frame back or forward"],
      [["0", "…", "9"], "To the beginning, 10%, … 90%"],
      [["F"], "Full screen"],
      [["M"], "Sound off or on"],
      [["?"], "This list"],
    ] as [string[], string][],
  },
  use: {
    title: "Use it",
    download: "Download all (ZIP)",
    moment: (time: string) => `At ${time}`,
    page: "This page",
    frame: "Freeze frame",
    gif: "GIF",
    tile: "Storyboard tile",
    players: "In a player or on a server",
    copy: "Copy",
    done: "Copied",
    copyWhat: (what: string) => `Copy ${what}`,
    copied: (what: string) => `Copied: ${what}`,
    notCopied: "The browser did not copy it. Select the text and copy it by hand.",
    install: "Packages",
    command: "Command",
    player: (name: string) => `${name} shows the storyboard's tiles above its time line.`,
    lacks: (name: string) => `This book has no files for ${name}. This command adds them if it is run with the settings that the book was made with. VIDEO is the video's file or URL, OUT the folder or bucket of the previews.`,
    lacksStoryboard:
      "This book has no storyboard. This command adds one if it is run with the settings that the book was made with. VIDEO is the video's file or URL, OUT the folder or bucket of the previews.",
    hls: "Add this line to your master playlist. Shaka Player, for instance, then shows the tiles.",
    hlsLine: "Line for the master playlist",
    hlsPlaylist: "Image playlist",
    dash: "Put this set into the Period of your MPD. dash.js and Shaka Player then have the tiles.",
    dashSet: "AdaptationSet",
    roku: "Give these addresses to the content node of your channel's player.",
    jellyfin: (folder: string) => `The archive holds the folder ${folder}. Put it next to the video.`,
    jellyfinBeside:
      "This command puts the pictures next to the video, where Jellyfin looks for them; VIDEO is the video's file, OUT the folder or bucket of the previews.",
    embedName: "Web page",
    embed: "This shows the book in a page of yours.",
    embedElsewhere:
      "This shows the book in a page of yours. First put the files of Flickbook's page (src/flickbook/web/page) on your web server, and write their address in place of your.host.",
    unread: (url: string) => `${url} cannot be read. Reload the page.`,
    elsewhere: "A page on another host may read these files if the service was started with --origin and that page's origin.",
    seePlayers: "See it in six players",
  },
};

export type Texts = typeof en;
