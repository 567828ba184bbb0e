import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const here = import.meta.dirname;
const root = join(here, '..', '..');
const target = join(root, 'dist', 'web');
const stamp = join(target, 'built.stamp');
const element = join(target, 'find-vej.js');

/**
 * Builds the element and its demonstration page into `dist/web`, each file with a brotli twin. Nothing is done, and
 * the build tool not even loaded, when nothing it is made from has changed. `brotliBytes` is the element's size.
 */
export async function buildPage(): Promise<{ built: boolean; brotliBytes: number }> {
  const hash = hashOfInputs();
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  const wasFresh = isFresh();
  if (!wasFresh) {
    // Built beside and put in place at once, so that nobody ever serves half a page.
    const beside = `${target}.${process.pid}`;
    await build(beside, hash);
    if (!isFresh()) {
      rmSync(target, { recursive: true, force: true });
      renameSync(beside, target);
    } else rmSync(beside, { recursive: true });
  }
  return { built: !wasFresh, brotliBytes: readFileSync(`${element}.br`).length };
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(['chat/**/*.ts', 'page/*', 'build.ts'], { cwd: here }).sort();
  for (const file of files) hash.update(file).update(readFileSync(join(here, file)));
  return hash.update(readFileSync(join(root, 'package.json'))).digest('hex');
}

async function build(folder: string, hash: string): Promise<void> {
  process.stderr.write('find-vej: building the page …\n');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const vite = await import('vite');
  await vite.build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    publicDir: false,
    // Said outright, since a test's environment would otherwise build the chatty development version of Lit.
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [{ name: 'flatten-templates', enforce: 'pre', transform: flatten }],
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      // Not vite's library mode: that leaves white space in modules.
      rolldownOptions: {
        input: join(here, 'chat', 'find-vej', 'index.ts'),
        output: {
          format: 'es',
          entryFileNames: 'find-vej.js',
          chunkFileNames: 'assets/[name]-[hash].js',
        },
      },
    },
  });
  for (const file of globSync('page/*', { cwd: here }))
    copyFileSync(join(here, file), join(folder, basename(file)));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  for (const file of globSync(['*', 'assets/*'], { cwd: folder })) {
    if (!statSync(join(folder, file)).isFile()) continue;
    writeFileSync(
      join(folder, `${file}.br`),
      brotliCompressSync(readFileSync(join(folder, file)), { params }),
    );
  }
  writeFileSync(join(folder, 'built.stamp'), hash);
}

/** Takes indentation and comments out of templates and styles, which minifiers leave as they are. */
function flatten(code: string, id: string): string | null {
  if (!id.startsWith(join(here, 'chat').replaceAll('\\', '/'))) return null;
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s+/g, '\n');
}

if (import.meta.main) {
  const began = performance.now();
  const { built, brotliBytes } = await buildPage();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stderr.write(
    `find-vej: page ${built ? `built in ${seconds} s` : 'is up to date'}, element ${brotliBytes} bytes in brotli\n`,
  );
}
