"""Where vacancies come from: the shipped list, switching on and off, health."""
