// What the fields of the agents' pages show of a search as it is typed.

const most = 8;

/** Asks the search of the staff; for a combobox. */
export async function findForStaff(query, signal) {
  query.set("top", String(most));
  query.set("typing", "true");
  const response = await fetch(`/api/search?${query}`, { signal });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  const found = await response.json();
  const instead = found.repaired === null ? "" : ` Ищем «${found.repaired}».`;
  return { options: found.hits.map(option), said: `${found.summary}.${instead}` };
}

/** What was found is copied or in a reply: the search was not in vain. Nobody waits for it, and nothing is lost with it. */
export function tellOfUse() {
  fetch("/api/search/used", { method: "POST", keepalive: true }).catch(() => {});
}

function option(hit) {
  const isAnswer = hit.answer !== null && (hit.answerMarks.length > 0 || hit.type !== "article");
  return {
    ...hit,
    details: hit.badges.join(" · "),
    note: isAnswer ? hit.answer : hit.snippet,
    marks: isAnswer ? hit.answerMarks : hit.marks,
  };
}
