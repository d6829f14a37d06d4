/** The shell's recorder, where `demo/site/instrument.js` finds it. */
declare var mgtDemo: import("./shell/recorder.js").Recorder | undefined;

/** The banner of the doubles: `demo/managers/panel.js`. */
declare var cmpPanel: (settings: {
  title: string;
  isDecided: boolean;
  onOpen?(isReopened: boolean): void;
  onChoice(granted: boolean): void;
}) => { open(): void };
