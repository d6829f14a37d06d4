/** A command was called wrongly: its help goes to standard error, and the exit code is 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** The call is right but what it names is not: the message says it all, and the help would bury it. */
export class InputError extends UsageError {
  override name = "InputError";
}
