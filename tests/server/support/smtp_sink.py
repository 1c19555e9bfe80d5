"""A real SMTP server on loopback that keeps what it gets as files and fails as the file `mode` in its folder says.

smtp_sink.py FOLDER PORT: prints `ready`; modes: empty (takes mail), `451` and `550` (refuses receivers), `550 a@b` (refuses
that one), `554` (refuses the data), `drop` (closes the connection after the data, once it has kept the mail)."""
import itertools
import pathlib
import sys
import threading

from aiosmtpd.controller import Controller

folder = pathlib.Path(sys.argv[1])
numbers = itertools.count()


def mode():
    file = folder / 'mode'
    return file.read_text().strip() if file.exists() else ''


class Sink:
    async def handle_RCPT(self, server, session, envelope, address, options):
        (folder / 'attempts').open('a').write(address + '\n')
        code, _, only = mode().partition(' ')
        if code in ('451', '550') and only in ('', address):
            return code + (' not now' if code == '451' else ' no such person')
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        if mode() == '554':
            return '554 not like this'
        name = f'{next(numbers):06}'
        (folder / (name + '.envelope')).write_text(envelope.mail_from + '\n' + '\n'.join(envelope.rcpt_tos))
        (folder / (name + '.part')).write_bytes(envelope.content)
        (folder / (name + '.part')).rename(folder / (name + '.eml'))
        if mode() == 'drop':
            server.transport.abort()
        return '250 kept'


Controller(Sink(), hostname='127.0.0.1', port=int(sys.argv[2])).start()
print('ready', flush=True)
threading.Event().wait()
