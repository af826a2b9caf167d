"""The voice room: segments become clips of PCM, by people first and machines after."""
