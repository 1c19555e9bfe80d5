// What the three drivers can all do, so that one test runs in three engines.

/** One page in one window. Coordinates and sizes are CSS pixels of the viewport. */
export interface Tab {
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs the function in the page; what it returns or resolves to comes back as JSON. */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  /** PNG of the viewport, in device pixels. */
  screenshot(): Promise<Buffer>;
  /** A key by its name in UI Events (`Tab`, `ArrowRight`, `a`), with what is held down meanwhile. */
  press(key: string, held?: Modifier[]): Promise<void>;
  type(text: string): Promise<void>;
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number, how?: { count?: number; held?: Modifier[] }): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
  wheel(x: number, y: number, down: number): Promise<void>;
  /** Of the viewport. WebKitGTK's windows are at least 447 px wide. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

export type Modifier = 'Shift' | 'Control';
export type Point = { x: number; y: number };

export interface Engine {
  name: 'chromium' | 'firefox' | 'webkit';
  /** The X display that it is on, such as `:731`; Chromium needs none. */
  display?: string;
  /** Each tab has a storage of its own. */
  open(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

export interface TabOptions {
  width?: number;
  height?: number;
  /** Device pixels per CSS pixel. */
  ratio?: number;
}
