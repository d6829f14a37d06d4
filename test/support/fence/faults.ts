/** What the fence does not let pass, by the name that a failing run prints. */
export const FAULTS = {
  foreign_name: "a name that is neither ours nor the manager's was written",
  unseen_write: "such a name is there, and no instrument saw it written",
  without_yes: "something was written or sent, and there was no yes before its task nor after",
  strange_withdrawal: "the record of a withdrawal says more than it may",
  withdrawal_of_nothing: "a withdrawal of what was never consented to",
  second_withdrawal: "a second record of one withdrawal",
  missing_withdrawal: "what was stored is gone, and no record ends its consent",
  outlived_task: "what was stored outlived the task in which the script said no",
  outlived_no: "what was stored is still there after a no",
  deaf_to_no: "the script still says yes after the task in which it was told no",
  no_unheard: "the script has not said no when all is quiet",
  yes_unheard: "there is a yes, all is quiet, and nothing is stored",
  revived_visitor: "a visitor id that a no had ended was stored once more",
  window_name: "window.name was written",
} as const;

export type FaultName = keyof typeof FAULTS;

/** One fault of a life. */
export interface Fault {
  fault: FaultName;
  /** ms since the life began. */
  at: number;
  /** The step that was being done. */
  doing: string;
  /** What exactly. */
  detail: string;
}
