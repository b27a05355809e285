"""How published statements are read: layout, dates, places, chairs and attendance."""
