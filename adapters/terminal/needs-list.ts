import type { UnmetNeed } from '../../bot/effect.ts';
import type { Reason } from '../../bot/message.ts';
import type { Graph } from '../../knowledge/graph.ts';

/** Unmet needs of one kind. */
export interface NeedGroup {
  readonly situation: string | null;
  readonly need: string | null;
  readonly reason: Reason;
  /** How many conversations. */
  readonly count: number;
  /** ISO weeks of the first and the last. */
  readonly from: string;
  readonly to: string;
  /** What citizens agreed to share, sorted, so that nothing tells who came first. */
  readonly words: readonly string[];
}

/** Unmet needs by situation, need and reason, the most frequent first. */
export function groupNeeds(needs: readonly UnmetNeed[]): readonly NeedGroup[] {
  const groups = Map.groupBy(needs, ({ situation, need, reason }) =>
    JSON.stringify([situation, need, reason]),
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const weeks = group.map(({ week }) => week).sort();
      return {
        situation: first.situation,
        need: first.need,
        reason: first.reason,
        count: group.length,
        from: weeks[0] ?? first.week,
        to: weeks.at(-1) ?? first.week,
        words: group.flatMap(({ words }) => (words === null ? [] : [words])).sort(),
      };
    })
    .sort((a, b) => b.count - a.count || key(a).localeCompare(key(b), 'da'));
}

const reasonsInWords: Readonly<Record<Reason, string>> = {
  no_service: 'tilbuddet findes ikke',
  not_eligible: 'borgeren kan ikke få det eller har fået nej',
  no_capacity: 'der er ikke plads, eller ventetiden er lang',
  closed: 'der var lukket',
  language: 'det findes ikke på borgerens sprog',
  not_understood: 'Find Vej forstod det ikke',
  other: 'en anden grund',
};

/** The groups as a programme lead reads them, with the titles of the content. */
export function listNeeds(groups: readonly NeedGroup[], graph: Graph): string {
  if (groups.length === 0) {
    return 'Der er ingen behov på listen endnu. Den fyldes, når borgere fortæller, at noget mangler.';
  }
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const head = `Behov, som ingen kunne opfylde: ${count} i alt, ${groups.length} slags. Ord står der kun, når borgeren har sagt ja.`;
  return [head, ...groups.map((group) => listGroup(group, graph))].join('\n\n');
}

function listGroup(group: NeedGroup, graph: Graph): string {
  const situation = group.situation === null ? null : graph.situations.get(group.situation);
  const need = group.need === null ? null : graph.needs.get(group.need);
  const weeks = group.from === group.to ? `uge ${group.from}` : `uge ${group.from} til ${group.to}`;
  return [
    `${String(group.count).padStart(4)} × ${need?.title ?? group.need ?? 'et behov, der ikke har fået navn'}`,
    `       situation: ${situation?.title ?? group.situation ?? 'ingen bestemt'}`,
    `       grund: ${reasonsInWords[group.reason]}, ${weeks}`,
    ...group.words.map((words) => `       "${plain(words)}"`),
  ].join('\n');
}

/** Words on one line, without what could steer a terminal or turn the direction of reading. */
function plain(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

function key({ situation, need, reason }: NeedGroup): string {
  return `${situation ?? ''} ${need ?? ''} ${reason}`;
}
