import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/features/client-tools.js
var SCRIPTS = [
  ["windowspowershell/", "PowerShell"],
  ["powershell", "PowerShell"],
  ["python-requests", "python-requests"],
  ["python-urllib", "python-urllib"],
  ["python-httpx", "python-httpx"],
  ["aiohttp", "aiohttp"],
  ["okta-sdk", "okta-sdk"],
  ["okta-terraform", "okta-terraform"],
  ["oktacli", "okta-cli"],
  ["okta-cli", "okta-cli"],
  ["terraform", "Terraform"],
  ["pulumi", "Pulumi"],
  ["ansible", "Ansible"],
  ["azurecli", "Azure CLI"],
  ["azsdk-", "Azure SDK"],
  ["azure-sdk", "Azure SDK"],
  ["graph-python", "Graph SDK"],
  ["graph-dotnet", "Graph SDK"],
  ["graph-go", "Graph SDK"],
  ["graph-java", "Graph SDK"],
  ["msgraph", "Graph SDK"],
  ["aws-sdk", "AWS SDK"],
  ["boto3", "AWS SDK"],
  ["botocore", "AWS SDK"],
  ["aws-cli", "AWS CLI"],
  ["google-api-", "Google API client"],
  ["gcloud", "gcloud"],
  ["box-python-sdk", "Box SDK"],
  ["box-java-sdk", "Box SDK"],
  ["box-node-sdk", "Box SDK"],
  ["boxsdk", "Box SDK"],
  ["box windows sdk", "Box SDK"],
  ["box cli", "Box CLI"],
  ["octokit", "Octokit"],
  ["pygithub", "PyGithub"],
  ["go-github", "go-github"],
  ["github cli", "GitHub CLI"],
  ["go-http-client", "Go-http-client"],
  ["go-resty", "go-resty"],
  ["curl/", "curl"],
  ["libcurl", "curl"],
  ["wget", "Wget"],
  ["okhttp", "okhttp"],
  ["axios", "axios"],
  ["node-fetch", "node-fetch"],
  ["undici", "undici"],
  ["node.js", "Node.js"],
  ["got (", "got"],
  ["postmanruntime", "Postman"],
  ["insomnia", "Insomnia"],
  ["httpie", "HTTPie"],
  ["apache-httpclient", "Apache-HttpClient"],
  ["jersey/", "Jersey"],
  ["java/", "Java"],
  ["libwww-perl", "libwww-perl"],
  ["restsharp", "RestSharp"],
  ["faraday", "Faraday"],
  ["guzzlehttp", "Guzzle"],
  ["winhttp", "WinHttp"],
  ["rclone", "rclone"],
  ["bav2ropc", "BAV2ROPC"],
  ["cbainprod", "CBAInPROD"],
  ["fasthttp", "fasthttp"],
  ["headlesschrome", "Headless Chrome"],
  ["phantomjs", "PhantomJS"],
  ["puppeteer", "Puppeteer"],
  ["playwright", "Playwright"],
  ["selenium", "Selenium"],
  ["dataloader", "Salesforce Data Loader"],
  ["trufflehog", "TruffleHog"],
  ["gitleaks", "Gitleaks"]
];
var SYNCS = [
  ["microsoft skydrivesync", "OneDrive sync"],
  ["skydrivesync", "OneDrive sync"],
  ["onedrive sync", "OneDrive sync"],
  ["googledrivefs", "Google Drive sync"],
  ["google drive file stream", "Google Drive sync"],
  ["google drive", "Google Drive sync"],
  ["box sync", "Box Sync"],
  ["boxsync", "Box Sync"],
  ["box drive", "Box Drive"],
  ["boxdrive", "Box Drive"],
  ["boxdesktop", "Box Drive"],
  ["dropboxdesktopclient", "Dropbox"],
  ["dropbox", "Dropbox"],
  ["spmt", "SharePoint Migration Tool"],
  ["spmigration", "SharePoint Migration Tool"],
  ["sharepoint migration", "SharePoint Migration Tool"],
  ["sharegate", "ShareGate"],
  ["migrationwiz", "MigrationWiz"],
  ["bittitan", "MigrationWiz"],
  ["avepoint", "AvePoint"],
  ["mover.io", "Mover"],
  ["cloudfuze", "CloudFuze"],
  ["syncback", "SyncBack"]
];
var SERVERS = [
  ["onedrivempc", "OneDrive server"],
  ["mswacmonitor", "Office for the web"],
  ["mswac", "Office for the web"],
  ["officexlca", "Office for the web"],
  ["mruservice", "Office recent files"],
  ["ms scanner atp", "Defender scanner"],
  ["okta-integrations", "Okta-Integrations"],
  ["github-hookshot", "GitHub-Hookshot"]
];
var APPS = [
  ["github desktop", "GitHub Desktop"],
  ["githubdesktop", "GitHub Desktop"],
  ["git-lfs", "git-lfs"],
  ["jgit", "JGit"],
  ["libgit2", "libgit2"],
  ["git/", "git"],
  ["teams/", "Teams"],
  ["microsoft teams", "Teams"],
  ["teamsmobile", "Teams"],
  ["skypespaces", "Teams"],
  ["outlook-ios", "Outlook on iOS"],
  ["outlook-android", "Outlook on Android"],
  ["outlook", "Outlook"],
  ["microsoft onenote", "OneNote"],
  ["onenote", "OneNote"],
  ["microsoft office", "Microsoft Office"],
  ["microsoft word", "Microsoft Office"],
  ["microsoft excel", "Microsoft Office"],
  ["microsoft powerpoint", "Microsoft Office"],
  ["onedriveios", "OneDrive"],
  ["onedrive", "OneDrive"],
  ["exchangewebservices", "ExchangeWebServices"],
  ["ews/", "ExchangeWebServices"],
  ["thunderbird", "Thunderbird"],
  ["em client", "eM Client"],
  ["emclient", "eM Client"],
  ["apple-iphone", "Apple Mail on iPhone"],
  ["apple-ipad", "Apple Mail on iPad"],
  ["macoutlook", "Outlook"],
  ["com.okta.mobile", "Okta Mobile"],
  ["okta verify", "Okta Verify"],
  ["oktaverify", "Okta Verify"],
  ["com.okta.android.auth", "Okta Verify"],
  ["slack_ssb", "Slack"],
  ["com.tinyspeck", "Slack"],
  ["slack/", "Slack"],
  ["zoomwebkit", "Zoom"],
  ["zoom/", "Zoom"],
  ["salesforcemobilesdk", "Salesforce Mobile"],
  ["vscode", "VS Code"],
  ["visual studio", "Visual Studio"],
  ["microsoft-webdav-miniredir", "WebDAV"],
  ["davclnt", "WebDAV"],
  ["cyberduck", "Cyberduck"]
];
var CLIENT_TOOLS = [
  ...rows(SYNCS, "sync"),
  ...rows(SERVERS, "server"),
  ...rows(SCRIPTS, "script"),
  ...rows(APPS, "app")
];
var BROWSERS = [
  ["edg/", "Edge"],
  ["edge/", "Edge"],
  ["edga/", "Edge"],
  ["edgios/", "Edge"],
  ["opr/", "Opera"],
  ["opera/", "Opera"],
  ["opios/", "Opera"],
  ["vivaldi/", "Vivaldi"],
  ["yabrowser/", "Yandex Browser"],
  ["samsungbrowser/", "Samsung Internet"],
  ["duckduckgo/", "DuckDuckGo"],
  ["ddg/", "DuckDuckGo"],
  ["brave/", "Brave"],
  ["focus/", "Firefox"],
  ["fxios/", "Firefox"],
  ["firefox/", "Firefox"],
  ["tor browser", "Tor Browser"],
  ["crios/", "Chrome"],
  ["gsa/", "Google app"],
  ["chromium/", "Chromium"],
  ["chrome/", "Chrome"],
  ["trident/", "Internet Explorer"],
  ["msie ", "Internet Explorer"],
  ["safari/", "Safari"],
  ["applewebkit/", "WebKit"]
];
var SYSTEMS = [
  ["windows phone", "Windows Phone"],
  ["windows", "Windows"],
  ["win32", "Windows"],
  ["win64", "Windows"],
  ["iphone", "iPhone"],
  ["ipod", "iPhone"],
  ["ipad", "iPad"],
  ["cros ", "ChromeOS"],
  ["android", "Android"],
  ["mac os x", "macOS"],
  ["macintosh", "macOS"],
  ["macos", "macOS"],
  ["freebsd", "FreeBSD"],
  ["openbsd", "OpenBSD"],
  ["linux", "Linux"],
  ["x11", "Linux"]
];
function rows(table, kind) {
  return table.map(([mark, family]) => ({ mark, family, kind }));
}

// dist/src/features/client-family.js
var LONGEST = 60;
var READ = 512;
var EXCHANGE = "client=";
var PLACEHOLDERS = /* @__PURE__ */ new Set(["", "-", "unknown", "null", "none", "n/a", "undefined", "(null)"]);
var KINDS = new Map(CLIENT_TOOLS.map(({ family, kind }) => [family, kind]));
function clientFamily(userAgent) {
  if (userAgent === void 0)
    return void 0;
  const text = userAgent.slice(0, READ).trim();
  const lower = text.toLowerCase();
  if (PLACEHOLDERS.has(lower))
    return void 0;
  if (lower.startsWith(EXCHANGE))
    return exchangeClient(text, lower);
  return knownClient(lower) ?? firstProduct(text);
}
function isScripted(family) {
  const kind = KINDS.get(family);
  if (kind !== void 0)
    return kind === "script";
  const lower = family.toLowerCase();
  return lower.includes("sdk") || lower.includes("httpclient") || lower.includes("http-client");
}
function isSyncClient(family) {
  return KINDS.get(family) === "sync";
}
function knownClient(lower) {
  for (const { mark, family } of CLIENT_TOOLS)
    if (hasWord(lower, mark))
      return family;
  const browser = BROWSERS.find(([mark]) => hasWord(lower, mark))?.[1];
  if (browser === void 0)
    return void 0;
  const system = SYSTEMS.find(([mark]) => hasWord(lower, mark))?.[1];
  return system === void 0 ? browser : `${browser} on ${system}`;
}
function exchangeClient(text, lower) {
  const end = lower.indexOf(";");
  const word = (end < 0 ? text : text.slice(0, end)).slice(EXCHANGE.length).trim();
  const inner = end < 0 ? void 0 : knownClient(lower.slice(end + 1));
  if (inner !== void 0)
    return inner;
  return PLACEHOLDERS.has(word.toLowerCase()) ? void 0 : readable(word);
}
function firstProduct(text) {
  let end = 0;
  while (end < text.length && end <= LONGEST && !"/([;,".includes(text.charAt(end)))
    end += 1;
  const name = text.slice(0, end).trim();
  const words = [];
  for (const word of name.split(" ")) {
    if (words.length > 0 && isVersion(word))
      break;
    words.push(word);
  }
  return readable(words.join(" ")) ?? readable(text);
}
function isVersion(word) {
  const first = word.charAt(word.startsWith("v") || word.startsWith("V") ? 1 : 0);
  return first >= "0" && first <= "9";
}
function readable(text) {
  let shown = "";
  for (const character of text) {
    if (shown.length >= LONGEST)
      break;
    const code = character.codePointAt(0) ?? 0;
    if (code >= 32 && (code < 127 || code > 159))
      shown += character;
  }
  const trimmed = shown.trim().slice(0, LONGEST);
  return trimmed === "" ? void 0 : trimmed;
}
function hasWord(text, mark) {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const before = at === 0 ? 32 : text.charCodeAt(at - 1);
    const letter = before >= 97 && before <= 122 || before >= 48 && before <= 57;
    if (!letter)
      return true;
  }
  return false;
}

export {
  clientFamily,
  isScripted,
  isSyncClient
};
