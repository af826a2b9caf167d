// The microphone as it is: what a phone would do to a call is left off. Cancelling echo and noise
// cuts the ends of words, and automatic gain raises the noise of every pause; the sound room
// levels and cleans whole recordings, and needs them steady for it.
const WANTED = {
  channelCount: 1,
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS_PER_SECOND = 96000;
const LOOK_MS = 100;
// Samples: 170 ms at 48 kHz, longer than between two looks, so that no peak is missed.
const WINDOW = 8192;

const Context = window.AudioContext || window.webkitAudioContext;

/** The first type that this browser records and the station reads, "" if none. */
export const recordedType = () =>
  (window.MediaRecorder && TYPES.find((type) => MediaRecorder.isTypeSupported(type))) || "";

export class Microphone {
  /** Call from a press of a button: browsers ask and listen only then. */
  async open() {
    if (this.stream && this.stream.active) return;
    this.close();
    this.context = new Context();
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: WANTED });
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = WINDOW;
    this.context.createMediaStreamSource(this.stream).connect(this.analyser);
    this.samples = new Float32Array(WINDOW);
    await this.context.resume();
  }

  /** The largest sample of the window, of 1. */
  peak() {
    if (!this.analyser) return 0;
    this.analyser.getFloatTimeDomainData(this.samples);
    return this.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  }

  /** Looks at the level until `stop()`, and tells `look` of it each time. */
  watch(look) {
    const started = performance.now();
    let loudest = 0;
    const measure = () => {
      const peak = this.peak();
      loudest = Math.max(loudest, peak);
      look({ peak, loudest, elapsed: (performance.now() - started) / 1000 });
    };
    const timer = setInterval(measure, LOOK_MS);
    return { stop: () => clearInterval(timer), loudest: () => loudest };
  }

  /**
   * Records until `stop()`; `done` gives `{bytes, type, seconds, interrupted}`. A call or an
   * unplugged microphone ends it too: `interrupted`.
   */
  record() {
    const recorder = new MediaRecorder(this.stream, {
      mimeType: recordedType(),
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    const parts = [];
    let asked = false;
    const started = performance.now();
    const done = new Promise((resolve, reject) => {
      recorder.ondataavailable = (event) => parts.push(event.data);
      recorder.onerror = (event) => reject(event.error);
      recorder.onstop = async () => {
        const seconds = (performance.now() - started) / 1000;
        const bytes = await new Response(new Blob(parts)).arrayBuffer();
        resolve({ bytes, type: recorder.mimeType || recordedType(), seconds, interrupted: !asked });
      };
    });
    recorder.start();
    const stop = () => {
      asked = true;
      if (recorder.state !== "inactive") recorder.stop();
    };
    return { done, stop };
  }

  /** Lets the microphone go, so that the phone no longer shows it in use. */
  close() {
    if (this.stream) this.stream.getTracks().forEach((track) => track.stop());
    if (this.context) this.context.close();
    this.stream = this.context = this.analyser = null;
  }
}
