/** A file that is made from the data and kept in the repository. */
export interface Artefact {
  /** From the dataset's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
