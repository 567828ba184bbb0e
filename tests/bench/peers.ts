import { containerBootstrap } from '@nlpjs/core';
import { LangDa } from '@nlpjs/lang-da';
import { NluNeural } from '@nlpjs/nlu';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Line } from '../../bot/understand/lines.ts';
import { stem } from '../../bot/understand/stem.ts';
import { fold } from '../../bot/understand/words.ts';
import type { HeldLine } from './measure.ts';

/** What another tool makes of a text: life situations, the likeliest first. */
type Reader = (text: string) => readonly string[] | Promise<readonly string[]>;

/** A library that a team would pick instead, taught the same Danish lines. */
interface Peer {
  readonly name: string;
  readonly learn: (lines: readonly Line[]) => Reader | Promise<Reader>;
  /** Every so many-th line is read: some take half a second each. */
  readonly every: number;
}

/** How a peer did. */
export interface PeerResult {
  readonly name: string;
  readonly first: number;
  readonly three: number;
  readonly of: number;
  readonly learnMs: number;
  readonly millisecondsEach: number;
}

const neighbours = 30;

const peers: readonly Peer[] = [
  {
    name: 'fuse.js',
    every: 6,
    learn: (lines) => {
      const fuse = new Fuse(lines, {
        keys: ['text'],
        includeScore: true,
        ignoreLocation: true,
        threshold: 0.6,
        useTokenSearch: true,
      });
      return (text) =>
        byVotes(
          fuse
            .search(text.slice(0, 200), { limit: neighbours })
            .map(({ item, score }) => [item.situations[0] ?? '', 1 - (score ?? 1)]),
        );
    },
  },
  {
    name: 'minisearch',
    every: 1,
    learn: (lines) => {
      const search = new MiniSearch({
        fields: ['text'],
        storeFields: ['is'],
        processTerm: (term) => stem(fold(term)),
      });
      search.addAll(lines.map(({ text, situations }, id) => ({ id, text, is: situations[0] })));
      return (text) =>
        byVotes(
          search
            .search(text, { bm25: { k: 1.2, b: 1, d: 0 } })
            .slice(0, neighbours)
            .map((hit) => [String(hit.is), hit.score]),
        );
    },
  },
  {
    name: 'nlp.js',
    every: 1,
    learn: async (lines) => {
      const container = await containerBootstrap();
      container.use(LangDa);
      const nlu = new NluNeural({ locale: 'da', container, log: false, useNoneFeature: false });
      await nlu.train(
        lines.map(({ text, situations }) => ({ utterance: text, intent: situations[0] ?? '' })),
      );
      return async (text) => (await nlu.process(text)).classifications.map(({ intent }) => intent);
    },
  },
];

/** Each peer, taught the Danish lines that name a situation and asked about those held out. */
export async function* measurePeers(
  lines: readonly Line[],
  held: readonly HeldLine[],
): AsyncGenerator<PeerResult> {
  const taught = lines.filter(({ lang, situations }) => lang === 'da' && situations.length > 0);
  const asked = held.filter(({ group, situations }) => group === 'situation' && situations.length > 0);
  for (const { name, learn, every } of peers) {
    const started = performance.now();
    const read = await learn(taught);
    const learned = performance.now();
    let first = 0;
    let three = 0;
    const some = asked.filter((_, at) => at % every === 0);
    for (const { text, situations } of some) {
      const ids = await read(text);
      if (situations.includes(ids[0] ?? '')) first++;
      if (ids.slice(0, 3).includes(situations[0] ?? '')) three++;
    }
    const millisecondsEach = (performance.now() - learned) / some.length;
    yield { name, first, three, of: some.length, learnMs: learned - started, millisecondsEach };
  }
}

function byVotes(hits: readonly (readonly [string, number])[]): readonly string[] {
  const votes = new Map<string, number>();
  for (const [id, score] of hits) votes.set(id, (votes.get(id) ?? 0) + score);
  return [...votes].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}
