"""Oscar's search app by the ORM: its own simple back end lists nothing, its Whoosh takes seconds."""
