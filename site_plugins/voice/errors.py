"""What can go wrong between a sentence and a finished clip.

VoiceError                      one clip cannot be made; the rest of the build goes on
├── EngineMissingError          the engine's library or data is not there, or refuses to start
├── EngineFailedError           the engine crashed, hung or refused this text
├── UnspeakableTextError        the text holds something that this voice would misread
├── ImplausibleSpeechError      the engine gave silence, or far too little or too much sound
├── OnlineVoiceError            the online service was not reached, or did not answer with sound
├── RecordingError              a person's recording is missing, silent, clipped or no sound
├── CacheError                  not even the system's temporary folder takes a finished clip
└── SoundError                  the sound room could not filter or encode
    └── LoudnessError           loudness and true-peak ceiling exclude each other

Every message is Vietnamese, for staff, and says what to do.
"""


class VoiceError(Exception):
    """The base: `str(error)` is the message for staff."""


class EngineMissingError(VoiceError):
    """The engine's library or data is not there, or refuses to start."""


class EngineFailedError(VoiceError):
    """The engine crashed, hung or refused this text."""


class UnspeakableTextError(VoiceError):
    """The text holds something that this voice would misread."""


class ImplausibleSpeechError(VoiceError):
    """Silence, or far too little or too much sound for the text."""


class OnlineVoiceError(VoiceError):
    """The online service was not reached, or did not answer with sound."""


class RecordingError(VoiceError):
    """A person's recording is missing, silent, clipped, far too short or long, or no sound."""


class CacheError(VoiceError):
    """Neither the cache nor the system's temporary folder takes a file."""


class SoundError(VoiceError):
    """The sound could not be filtered or encoded."""


class LoudnessError(SoundError):
    """The wanted loudness and the true-peak ceiling exclude each other."""
