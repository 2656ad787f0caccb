"""The four ways of moving along streets, and the bit each has in the masks of an edge."""

WALK, STEP_FREE, BICYCLE, VEHICLE = "walk", "step-free", "bicycle", "vehicle"
PROFILES = (WALK, STEP_FREE, BICYCLE, VEHICLE)
BIT = {profile: 1 << number for number, profile in enumerate(PROFILES)}
ON_FOOT = BIT[WALK] | BIT[STEP_FREE]
EVERY = sum(BIT.values())
