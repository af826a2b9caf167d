"""What all tests share."""

from hypothesis import HealthCheck, settings

# How fast a machine is proves nothing about the program.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
