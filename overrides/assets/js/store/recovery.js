/* What does the second copy on the device know that the first has lost? And what was cleared, and came back from a disk
   that was late? Asked once, when a page is opened. */

/** @type {Marks["recover"]} */
marks.recover = async ({ facts, now, storage, events, base, key, since, look, ...keeper }) => {
  const { record: form, savedFile, undo } = marks;
  /** @type {Project | null} */
  let best = null; // of the projects that only the second copy has

  /** What was cleared stays so. @param {string} at @param {string} id @param {number} cleared */
  function clear(at, id, cleared) {
    if (!storage.text("device", at) || Number(storage.text("device", since(id)) || 0) > cleared) return;
    keeper.remove("device", id);
    if (now.record.id !== id || now.place !== "device") return;
    keeper.take(form.blank(facts.guide, keeper.name()));
    now.place = "tab";
    now.stored = null;
    undo.clear();
    events.change([""]);
    events.status();
  }

  const copies = await storage.copy.all();
  const late = [...copies].filter(([at]) => storage.isLate(at));
  for (const [at, words] of copies) {
    if (storage.isLate(at)) continue;
    // of a folder that was moved, or of another copy of the guide: it is offered in the list
    const isElsewhere = !at.startsWith(key(""));
    const id = at.slice(at.lastIndexOf(":") + 1);
    if (typeof words !== "string") {
      if (!isElsewhere) clear(at, id, words.cleared);
      continue;
    }
    const there = storage.text("device", at);
    const { record: theirs } = savedFile.read(words, facts.guide);
    if (!theirs || there === words) continue;
    if (now.record.id === id && now.place === "device" && !isElsewhere) {
      keeper.join(words);
      now.stored = there;
      keeper.later();
      continue;
    }
    const mine = there ? savedFile.read(there, facts.guide).record : null;
    if (there && !mine) continue;
    const both = mine ? form.merge(mine, theirs) : theirs;
    storage.write("device", at, savedFile.write(both));
    if (!there && !isElsewhere && isBetter(both)) best = both;
  }

  // what was changed and never came to a project stands beside it again, and whoever opens that puts it in
  for (const [at, words] of late) {
    const [id] = at.slice(`${base}late:`.length).split(":");
    if (!at.startsWith(`${base}late:`)) continue; // of another copy of the guide
    if (!storage.text("device", key(id))) storage.copy.drop(at);
    else if (typeof words === "string" && !storage.text("device", at)) storage.write("device", at, words);
  }
  const { answers } = now.record;
  if (late.length && now.place === "device") keeper.absorb();
  if (now.record.answers !== answers) events.change([""]);

  /** The one that was open here comes before all others, then the newest. @param {Project} one */
  function isBetter(one) {
    if (!best || one.id === now.missing) return true;
    return best.id !== now.missing && form.newest(one) > form.newest(best);
  }

  const wasOpen = best && best.id === now.missing;
  const isFree = !now.isTouched && !undo.last && (wasOpen || (now.place === "tab" && !keeper.hasAnswers()));
  if (best && isFree) keeper.go(best, "device", storage.text("device", key(best.id)));
  else events.status();
};
