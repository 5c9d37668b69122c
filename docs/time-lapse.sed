# Alert rules for a demo that plays sixty times as fast (--speed 60): every minute of a rule becomes a second.
#   sed -E -f docs/time-lapse.sed alerts/openclaw.rules.yml > rules-in-time-lapse.yml
# For rehearsals only. It changes ranges, offsets and the times of for, keep_firing_for and interval; names stay.
s/([0-9][smhd])1ms\]/\1]/g
s/\[([0-9]+[smhd]):([0-9]+)m\]/[\1:\2s]/g
s/offset ([0-9]+)h([0-9]+)m\b/offset \1m\2s/g
s/(\[|offset |(for|keep_firing_for|interval): )30s\b/\1500ms/g
s/(\[|offset |(for|keep_firing_for|interval): )([0-9]+)m\b/\1\3s/g
s/(\[|offset |(for|keep_firing_for|interval): )([0-9]+)h\b/\1\3m/g
s/(\[|offset |(for|keep_firing_for|interval): )1d\b/\124m/g
s/(\[|offset |(for|keep_firing_for|interval): )2d\b/\148m/g
s/(\[|offset |(for|keep_firing_for|interval): )3d\b/\172m/g
s/(\[|offset |(for|keep_firing_for|interval): )7d\b/\1168m/g
s/, 86400\)/, 1440)/g
