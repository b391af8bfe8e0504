// What the modules share with Gradio and with the scripts that Python's events run.

// What Gradio gives a component's `js_on_load`, and the facts of its Python side.
interface Mounted {
  element: HTMLElement;
  props: { value: any };
  trigger(event: string, data?: unknown): void;
  watch(prop: string, then: () => void): void;
  facts: any;
}

interface Window {
  kokoroModules: Record<string, any>; // set by the scripts that shell/modules.py makes
  kokoroMount: Function; // by page.js
  kokoroStudio: any; // set by shell/player.js
  kokoroEdits: any; // by page.js
  kokoroKept: any; // by page.js
  kokoroCards: any; // by speak/cards.js
  kokoroCount(text: string): void; // by speak/count.js
}

interface Navigator {
  audioSession?: { type: string }; // Safari's
}

// The messages between components.
interface DocumentEventMap {
  'ks:refused': CustomEvent<{ request: unknown; sentence: string }>;
  'ks:mistake': CustomEvent<string>;
  'ks:take': CustomEvent<{ key: string; phonemes: string }>;
  'ks:words': CustomEvent<{ text: string; phonemes: string; from: number; to: number }[]>;
  'ks:word': CustomEvent<{ text: string; from: number; start: number; key: string } | null>;
  'ks:renamed': CustomEvent<{ from: string; to: string }>;
  'ks:before': CustomEvent;
  'ks:mode': CustomEvent;
}
