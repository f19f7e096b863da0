"""How much the work of a vacancy is like what somebody did and looks for."""
