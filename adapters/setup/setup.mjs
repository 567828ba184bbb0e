// Sets the project up before any of its commands: installs what is missing, and nothing when nothing is.
// Plain JavaScript without dependencies, so that it runs on the system's own Node from version 18 on.
// Speaks on stderr only: the commands' stdout belongs to their results.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const wantsTests = process.argv.includes('--tests');
const hasTools = existsSync(join(root, 'node_modules', 'vitest', 'package.json'));
// Tools that are there stay there, whichever command comes next.
const wantsTools = wantsTests || hasTools || process.argv.includes('--tools');
const say = (words) => process.stderr.write(`find-vej: ${words}\n`);

function fail(words) {
  say(words);
  process.exit(1);
}

/** Runs npm with the very npm that called us, so that Windows and unusual installations work too. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const options = {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  };
  return spawnSync(command, [...first, ...args], options).status === 0;
}

function isInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  if (statSync(marker).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false;
  return !wantsTools || hasTools;
}

function installPackages() {
  if (isInstalled()) return;
  const started = Date.now();
  say(`installing packages${wantsTools ? ', with the test tools' : ''} (first time: a minute or two) …`);
  // Not `npm ci`: that refuses a lock file which lacks another platform's binaries. This keeps to the lock file for all
  // it names, and writes nothing into it.
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!npm(['install', ...quiet, ...(wantsTools ? [] : ['--omit=dev'])])) {
    fail(
      'npm install failed. Check the network and that this folder is writable, then run the command again.',
    );
  }
  say(`packages are in place after ${Math.round((Date.now() - started) / 1000)} s`);
}

/** npm 10 leaves `.bin/node` out when several optional packages share the name; a rebuild links it. */
function linkRuntime() {
  const bin = join(root, 'node_modules', '.bin');
  if (existsSync(join(bin, 'node')) || existsSync(join(bin, 'node.cmd'))) return;
  npm(['rebuild', '--ignore-scripts', '--loglevel=error']);
  const major = Number(process.versions.node.split('.')[0]);
  if (!existsSync(join(bin, 'node')) && !existsSync(join(bin, 'node.cmd')) && major < 24) {
    fail(
      `Node 24 or newer is needed and no packaged one fits this machine (${process.platform}-${process.arch}). Install Node 24.`,
    );
  }
}

const browsers = [
  process.env.FIND_VEJ_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

function installBrowser() {
  if (browsers.some((path) => path && existsSync(path))) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing chromium for the browser tests …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) =>
      spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env }).status === 0;
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'))
      return;
  }
  say('no browser found: letting playwright fetch one …');
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] }).status !== 0) {
    fail('no Chromium or Chrome. Install one, or name it in FIND_VEJ_BROWSER, then run the command again.');
  }
}

installPackages();
linkRuntime();
if (wantsTests) installBrowser();
