/** Name of the file that says where columns lie; in a module of its own, so that a run does not load the schemas. */
export const LAYOUT_FILE = "layout.json";
