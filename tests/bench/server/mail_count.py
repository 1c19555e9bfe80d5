"""A real SMTP server on loopback that keeps nothing of a mail but its Message-ID: mail_count.py PORT prints `ready`, then one
line a mail, before it says to the sender that it has it."""
import re
import sys
import threading

from aiosmtpd.controller import Controller


class Sink:
    async def handle_DATA(self, server, session, envelope):
        print(re.search(rb'(?im)^message-id: *<([^>]*)>', envelope.content)[1].decode(), flush=True)
        return '250 kept'


Controller(Sink(), hostname='127.0.0.1', port=int(sys.argv[1])).start()
print('ready', flush=True)
threading.Event().wait()
