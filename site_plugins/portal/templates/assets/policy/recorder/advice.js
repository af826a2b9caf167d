// What is wrong, in words that an announcer can act on.
import { recordedType } from "./microphone.js";

// Peaks of 1: below the first nothing is heard (-40 dB), below the second only faintly (-24 dB).
const SILENT = 0.01;
const FAINT = 0.06;
const CLIPPED = 0.99;
// Seconds for one letter. Newsreaders say about 13 in a second; between three times that and one
// who stumbles, with some seconds for the fingers.
const SHORTEST_LETTER_S = 0.025;
const LONGEST_LETTER_S = 0.4;
const SLACK_S = 4;
const PATIENCE_S = 2;

const UNHEARD = "Máy chưa nghe thấy tiếng. Hãy nói gần máy hơn, xem micro có bị che hay bị tắt không.";
const TOO_LOUD = "Tiếng quá to nên bị vỡ. Hãy để máy xa miệng hơn rồi ghi lại câu này.";

/** Why this browser cannot record here, "" if it can. */
export const whyNot = () => {
  if (!window.isSecureContext)
    return "Trình duyệt chỉ cho ghi âm ở địa chỉ bắt đầu bằng https:// hoặc http://localhost. Hãy mở trang này trên cổng đã đăng, hoặc ngay trên máy đang chạy bản xem trước, tại http://localhost:8000.";
  if (!navigator.mediaDevices || !recordedType())
    return "Trình duyệt này không ghi âm được. Nếu đang mở từ Zalo hay Facebook, hãy chọn “Mở bằng trình duyệt”. Điện thoại Android dùng Chrome, iPhone dùng Safari và iOS 14.5 trở lên.";
  return "";
};

const REFUSED = {
  NotAllowedError:
    "Trình duyệt chưa được phép dùng micro. Hãy bấm biểu tượng cạnh địa chỉ trang, mục Micro chọn “Cho phép”, rồi bấm Ghi. Nếu đang mở từ Zalo hay Facebook, hãy chọn “Mở bằng trình duyệt”.",
  NotFoundError: "Máy này không có micro. Hãy cắm micro hoặc dùng điện thoại, rồi bấm Ghi.",
  NotReadableError: "Micro đang bận. Hãy tắt cuộc gọi và ứng dụng khác đang dùng micro, rồi bấm Ghi.",
};

/** What to do when the microphone could not be opened. */
export const refused = (error) =>
  REFUSED[error.name] || `Không mở được micro (${error.name}). Hãy tải lại trang rồi thử lại.`;

/** What to say while recording: `peak` is the largest of all so far. */
export const whileRecording = (peak, elapsed) => {
  if (peak >= CLIPPED) return { text: TOO_LOUD, doubtful: true };
  if (peak < SILENT && elapsed > PATIENCE_S) return { text: UNHEARD, doubtful: true };
  return { text: "Đang ghi. Đọc xong thì bấm Dừng.", doubtful: false };
};

/** How long a recording is, as it is said. */
export const seconds = (recording) => `${recording.seconds.toFixed(1).replace(".", ",")} giây`;

/** What is doubtful about a recording of `line`, "" if nothing is. */
export const doubt = (line, recording) => {
  const letters = (line.match(/\p{L}/gu) || []).length;
  const { peak, interrupted } = recording;
  if (interrupted) return "Việc ghi bị ngắt giữa chừng. Hãy nghe lại, thiếu thì ghi lại câu này.";
  if (peak < SILENT) return `${UNHEARD} Câu này cần ghi lại.`;
  if (peak >= CLIPPED) return TOO_LOUD;
  if (recording.seconds < letters * SHORTEST_LETTER_S)
    return `Bản ghi chỉ dài ${seconds(recording)}, quá ngắn so với câu. Hãy nghe lại, thiếu thì ghi lại.`;
  if (recording.seconds > letters * LONGEST_LETTER_S + SLACK_S)
    return `Bản ghi dài ${seconds(recording)}, quá dài so với câu. Hãy nghe lại, thừa thì ghi lại.`;
  return peak < FAINT ? "Tiếng hơi nhỏ. Hãy để máy gần miệng hơn ở câu sau." : "";
};

export const READY = "Bấm Ghi rồi đọc câu chữ to. Đọc xong thì bấm Dừng.";
export const COMPLETE = "Đã đủ mọi câu, hãy kéo xuống để tải gói về.";
export const EMPTY = "Chưa ghi được gì. Bấm Ghi, đọc hết câu rồi mới bấm Dừng.";
export const UNKEPT =
  "Máy này không giữ được bản ghi (có thể đang mở ở chế độ ẩn danh, hoặc bộ nhớ đã đầy). Đừng đóng trang: hãy tải gói bản ghi về ngay.";
export const UNREACHABLE = "Không tải được lời đọc của bài này. Hãy xem lại mạng rồi tải lại trang.";
export const UNKNOWN = "Không có bài này để ghi âm: có thể bài chưa được duyệt hoặc đã rút. Hãy chọn bài khác.";
