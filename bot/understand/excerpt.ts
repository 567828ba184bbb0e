/** Nobody tells more than this in one go; pasted letters and mischief do. */
const longest = 6000;
const head = 3800;
const tail = 1800;
const around = 120;
const mostAlarms = 8;

/**
 * What is read of a very long text: its beginning, its end, and the surroundings of whatever between them sounds like
 * danger. Shorter texts are read whole.
 */
export function excerpt(text: string, alarms: readonly string[]): string {
  if (text.length <= longest) return text;
  const middle = text.slice(head, -tail).toLowerCase();
  const places: string[] = [];
  for (const alarm of alarms) {
    const at = middle.indexOf(alarm);
    if (at === -1 || places.length >= mostAlarms) continue;
    places.push(text.slice(head + Math.max(0, at - around), head + at + alarm.length + around));
  }
  return [text.slice(0, head), ...places, text.slice(-tail)].join(' … ');
}
