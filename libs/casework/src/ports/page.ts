// Lists are read in pages.

/** A page of a list, newest first; `after` is the cursor that the page before gave. */
export interface PageRequest {
  /** 1 to 100. */
  readonly limit: number;
  readonly after?: string;
}
export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}
