/* Under which names is a project kept? All begin with the guide and the site's path, so that two guides on one host
   never mix. */

/** @type {Marks["names"]} */
marks.names = (guide) => {
  const family = `${guide}:`;
  const base = `${family}${marks.home}:`;
  return {
    family,
    base,
    key: (id) => `${base}project:${id}`,
    /** When a project came to the device. */
    since: (id) => `${base}since:${id}`,
    /* Two tabs that leave at the same moment write over each other. Each leaves its words under its own name as well,
       and whoever opens the project next puts them back. */
    leaving: (id) => `${base}leaving:${id}:`,
    /* What was changed in a project that takes long to write, until people pause. */
    late: (id) => `${base}late:${id}:`,
  };
};
