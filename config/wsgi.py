"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

application = get_wsgi_application()

# What has been loaded stays. The collector looks at requests' own leavings only, and less often.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
