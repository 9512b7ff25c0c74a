/** A file or folder of this machine, and where a run sees it. */
export interface Shown {
  readonly from: string;
  readonly to: string;
}
