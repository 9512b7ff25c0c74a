/**
 * Runtimes that are refused memory mostly end with words of their own rather than by the kernel's hand. Whoever prints
 * these words without need only calls their own error by another name.
 */
const FATAL_ANYWHERE =
  /FATAL ERROR: .*(?:heap out of memory|Allocation failed|out of memory)|Fatal process out of memory|fatal error: runtime: (?:out of memory|cannot allocate memory)|terminate called after throwing an instance of 'std::bad_alloc'/;
const UNCAUGHT_IN_NODE =
  /^(?:Uncaught )?RangeError: (?:Failed to allocate memory|Array buffer allocation failed|WebAssembly\.Memory\(\): could not allocate memory)/m;
const UNCAUGHT_IN_PYTHON = /^(?:[\w.]*\.)?_?\w*MemoryError\b.*$/;
const TAIL_CHARACTERS = 16384;

/** True if the end of this log says that the program died for want of memory. */
export function saysOutOfMemory(log: string): boolean {
  const tail = log.slice(-TAIL_CHARACTERS);
  const lastLine = tail.trimEnd().split("\n").at(-1) ?? "";
  return FATAL_ANYWHERE.test(tail) || UNCAUGHT_IN_NODE.test(tail) || UNCAUGHT_IN_PYTHON.test(lastLine);
}
